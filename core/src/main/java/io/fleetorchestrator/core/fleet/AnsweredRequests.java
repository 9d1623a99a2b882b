package io.fleetorchestrator.core.fleet;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Which ids were answered lately, and for which contents. Kept by hour, so that forgetting costs no more than what is forgotten. */
final class AnsweredRequests {

    /** What is known of one id: the hour of its first answer, and the contents that were answered under it. */
    record Contents(long hour, Map<Long, AnsweredRequest> byFingerprint) {

        boolean include(long fingerprint) {
            return byFingerprint.containsKey(fingerprint);
        }
    }

    private final Map<RequestKind, Map<String, Contents>> byId = new EnumMap<>(RequestKind.class);
    private final NavigableMap<Long, Map<RequestKind, Set<String>>> byHour = new TreeMap<>();

    AnsweredRequests() {
        for (var kind : RequestKind.values()) {
            byId.put(kind, new HashMap<>());
        }
    }

    Optional<Contents> find(RequestKind kind, String requestId) {
        return Optional.ofNullable(ids(kind).get(requestId));
    }

    void remember(AnsweredRequest answered) {
        var known = ids(answered.kind())
                .computeIfAbsent(answered.requestId(), id -> new Contents(answered.hour(), new HashMap<>(2)));
        known.byFingerprint().put(answered.fingerprint(), answered);
        byHour.computeIfAbsent(known.hour(), hour -> new EnumMap<>(RequestKind.class))
                .computeIfAbsent(answered.kind(), kind -> new HashSet<>())
                .add(answered.requestId());
    }

    /** Forgets an id with all its contents, and passes each of them on. */
    void forget(RequestKind kind, String requestId, Consumer<AnsweredRequest> forgotten) {
        var known = ids(kind).remove(requestId);
        if (known == null) {
            return;
        }
        byHour.getOrDefault(known.hour(), Map.of()).getOrDefault(kind, Set.of()).remove(requestId);
        known.byFingerprint().values().forEach(forgotten);
    }

    /** Forgets every id that was first answered before the hour, and passes each of their contents on. */
    void expireBefore(long hour, Consumer<AnsweredRequest> expired) {
        var old = byHour.headMap(hour);
        for (var answered : old.values()) {
            answered.forEach((kind, ids) -> Set.copyOf(ids).forEach(id -> forget(kind, id, expired)));
        }
        old.clear();
    }

    /** How many ids are known, each use of one counted. */
    int size() {
        return byId.values().stream().mapToInt(Map::size).sum();
    }

    private Map<String, Contents> ids(RequestKind kind) {
        return byId.getOrDefault(kind, Map.of());
    }
}
