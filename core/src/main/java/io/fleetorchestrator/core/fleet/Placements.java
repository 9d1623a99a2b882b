package io.fleetorchestrator.core.fleet;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** The workloads that run or will run, by id, by region and by the hour at which they end. */
final class Placements {

    private final Map<String, CommittedWorkload> byId = new HashMap<>();
    /** In the order of ids: what is told about them must not depend on the order in which they were restored. */
    private final Map<String, NavigableMap<String, CommittedWorkload>> byRegion = new HashMap<>();

    private final NavigableMap<Long, NavigableSet<String>> endingAt = new TreeMap<>();

    Optional<CommittedWorkload> find(String requestId) {
        return Optional.ofNullable(byId.get(requestId));
    }

    Collection<CommittedWorkload> in(String region) {
        return List.copyOf(byRegion.getOrDefault(region, new TreeMap<>()).values());
    }

    /** The regions in which something is placed, in the order of their names. */
    List<String> regions() {
        return byRegion.entrySet().stream()
                .filter(there -> !there.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    void put(CommittedWorkload placed) {
        find(placed.requestId()).ifPresent(this::remove);
        byId.put(placed.requestId(), placed);
        byRegion.computeIfAbsent(placed.region(), region -> new TreeMap<>()).put(placed.requestId(), placed);
        endingAt.computeIfAbsent(placed.end(), hour -> new TreeSet<>()).add(placed.requestId());
    }

    void remove(CommittedWorkload placed) {
        byId.remove(placed.requestId());
        byRegion.computeIfPresent(placed.region(), (region, there) -> without(there, placed));
        endingAt.computeIfPresent(placed.end(), (hour, ending) -> {
            ending.remove(placed.requestId());
            return ending.isEmpty() ? null : ending;
        });
    }

    /** The workloads that have ended when the hour starts. */
    List<CommittedWorkload> endedBy(long hour) {
        return endingAt.headMap(hour, true).values().stream()
                .flatMap(NavigableSet::stream)
                .map(byId::get)
                .toList();
    }

    int size() {
        return byId.size();
    }

    private static NavigableMap<String, CommittedWorkload> without(
            NavigableMap<String, CommittedWorkload> there, CommittedWorkload placed) {
        there.remove(placed.requestId());
        return there;
    }
}
