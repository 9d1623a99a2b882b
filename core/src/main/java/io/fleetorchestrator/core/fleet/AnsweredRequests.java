package io.fleetorchestrator.core.fleet;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Which ids were answered lately. Kept by hour, so that forgetting costs no more than what is forgotten. */
final class AnsweredRequests {

    private final Map<Kind, Map<String, Answered>> byId = new EnumMap<>(Kind.class);
    private final NavigableMap<Long, List<Answered>> byHour = new TreeMap<>();

    AnsweredRequests() {
        for (var kind : Kind.values()) {
            byId.put(kind, new HashMap<>());
        }
    }

    Optional<Answered> find(Kind kind, String requestId) {
        return Optional.ofNullable(ids(kind).get(requestId));
    }

    void remember(Answered answered) {
        var before = ids(answered.kind()).put(answered.requestId(), answered);
        if (before == null || before.hour() != answered.hour()) {
            byHour.computeIfAbsent(answered.hour(), hour -> new ArrayList<>()).add(answered);
        }
    }

    /** Forgets one; its place among the hours is left to expire. */
    void forget(Answered answered) {
        ids(answered.kind()).remove(answered.requestId());
    }

    /** Forgets everything answered before the hour, and tells of each. */
    void expireBefore(long hour, Consumer<Answered> expired) {
        var old = byHour.headMap(hour);
        old.values().forEach(answers -> answers.forEach(answered -> expire(answered, expired)));
        old.clear();
    }

    int size() {
        return byId.values().stream().mapToInt(Map::size).sum();
    }

    private void expire(Answered answered, Consumer<Answered> expired) {
        var current = ids(answered.kind()).get(answered.requestId());
        // It may have been forgotten and answered anew since.
        if (current != null && current.hour() == answered.hour()) {
            forget(current);
            expired.accept(current);
        }
    }

    private Map<String, Answered> ids(Kind kind) {
        return byId.getOrDefault(kind, Map.of());
    }
}
