package io.fleetorchestrator.center.readmodel;

import io.fleetorchestrator.core.fleet.RequestKey;
import io.fleetorchestrator.core.fleet.RequestKind;
import io.fleetorchestrator.core.ledger.ActivePlacements;
import io.fleetorchestrator.schemas.contract.SchedulingDecision;
import io.fleetorchestrator.schemas.contract.Verdict;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The newest decisions, in order and by request. The decision on a workload that is placed stays until the workload is
 * released or has ended, because its owner must be able to read and to cancel it.
 */
final class DecisionLog {

    private static final Comparator<RequestKey> BY_ID = Comparator.comparing(RequestKey::requestId)
            .thenComparing(RequestKey::kind)
            .thenComparing(RequestKey::fleet);

    private final int limit;
    private final NavigableMap<DecisionKey, SchedulingDecision> inOrder = new TreeMap<>();
    private final NavigableMap<RequestKey, CachedDecision> answers = new TreeMap<>(BY_ID);
    private final Map<RequestKey, CachedDecision> active = new HashMap<>();

    /** Decisions that may be evicted, by arrival: a decision with a future time must not stay longer than later ones. */
    private final Set<DecisionKey> evictable = new LinkedHashSet<>();

    DecisionLog(int limit) {
        this.limit = limit;
    }

    synchronized void put(CachedDecision kept) {
        if (inOrder.putIfAbsent(kept.key(), kept.decision()) != null) {
            return; // a record that was read before
        }
        var request = RequestKey.of(kept.decision());
        if (!CachedDecision.isReuse(kept.decision())) {
            answer(request, kept);
        }
        if (!kept.equals(active.get(request))) {
            evictable.add(kept.key());
        }
        evict();
    }

    private void answer(RequestKey request, CachedDecision kept) {
        answers.put(request, kept);
        if (ActivePlacements.isPlacement(kept.decision())) {
            answers.remove(cancellation(request)); // of an earlier workload with this id
            release(request);
            active.put(request, kept);
        } else if (request.kind() == RequestKind.CANCEL && kept.decision().getVerdict() == Verdict.APPROVED) {
            release(new RequestKey(request.fleet(), RequestKind.SUBMIT, request.requestId()));
        }
    }

    private void release(RequestKey request) {
        Optional.ofNullable(active.remove(request)).ifPresent(kept -> evictable.add(kept.key()));
    }

    private void evict() {
        var oldest = evictable.iterator();
        while (evictable.size() > limit && oldest.hasNext()) {
            var key = oldest.next();
            oldest.remove();
            Optional.ofNullable(inOrder.remove(key))
                    .map(RequestKey::of)
                    .ifPresent(request -> answers.computeIfPresent(
                            request, (same, kept) -> kept.key().equals(key) ? null : kept));
        }
    }

    /** Makes the placements in the region evictable that have ended by then. */
    synchronized void endPlacements(String region, Instant now) {
        active.entrySet().stream()
                .filter(entry -> hasEnded(entry.getValue().decision(), region, now))
                .map(Map.Entry::getKey)
                .toList()
                .forEach(this::release);
        evict();
    }

    private static boolean hasEnded(SchedulingDecision decision, String region, Instant now) {
        var placement = decision.getPlacement();
        return placement != null
                && placement.getRegion().equals(region)
                && !placement.getEndsAt().isAfter(now);
    }

    synchronized Optional<SchedulingDecision> answerTo(RequestKey request) {
        return Optional.ofNullable(answers.get(request)).map(CachedDecision::decision);
    }

    /** The answers under this id, of all fleets. */
    synchronized List<SchedulingDecision> answersTo(String requestId, RequestKind kind) {
        return answers.tailMap(new RequestKey("", kind, requestId)).entrySet().stream()
                .takeWhile(entry -> entry.getKey().requestId().equals(requestId)
                        && entry.getKey().kind() == kind)
                .map(entry -> entry.getValue().decision())
                .toList();
    }

    /** Newest first, from the decision before {@code before} on. */
    synchronized List<CachedDecision> newest(
            Optional<DecisionKey> before, Predicate<SchedulingDecision> filter, int limit) {
        var from = before.map(key -> inOrder.headMap(key, false)).orElse(inOrder);
        return from.descendingMap().entrySet().stream()
                .filter(entry -> filter.test(entry.getValue()))
                .limit(limit)
                .map(entry -> new CachedDecision(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** Approved, not a dry run, and not released. */
    synchronized List<SchedulingDecision> placed() {
        return inOrder.entrySet().stream()
                .filter(entry -> isActive(entry.getKey(), entry.getValue()))
                .map(Map.Entry::getValue)
                .toList();
    }

    private boolean isActive(DecisionKey key, SchedulingDecision decision) {
        var request = RequestKey.of(decision);
        var answer = answers.get(request);
        var cancellation = answers.get(cancellation(request));
        return ActivePlacements.isPlacement(decision)
                && answer != null
                && answer.key().equals(key)
                && (cancellation == null || cancellation.decision().getVerdict() != Verdict.APPROVED);
    }

    private static RequestKey cancellation(RequestKey request) {
        return new RequestKey(request.fleet(), RequestKind.CANCEL, request.requestId());
    }

    synchronized int size() {
        return inOrder.size();
    }
}
