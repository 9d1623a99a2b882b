package io.fleetorchestrator.center.readmodel;

import io.fleetorchestrator.schemas.contract.ReasonCode;
import io.fleetorchestrator.schemas.contract.RequestAction;
import io.fleetorchestrator.schemas.contract.SchedulingDecision;
import io.fleetorchestrator.schemas.contract.Verdict;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/** The newest decisions, in order and by request. */
final class DecisionLog {

    private record Answer(String requestId, RequestAction action) {}

    private final int most;
    private final NavigableMap<DecisionKey, SchedulingDecision> inOrder = new TreeMap<>();
    private final Map<Answer, SchedulingDecision> byRequest = new HashMap<>();

    DecisionLog(int most) {
        this.most = most;
    }

    synchronized void put(SchedulingDecision decision) {
        inOrder.put(DecisionKey.of(decision), decision);
        byRequest.merge(answer(decision), decision, DecisionLog::firstStands);
        while (inOrder.size() > most) {
            var oldest = inOrder.pollFirstEntry().getValue();
            byRequest.remove(answer(oldest), oldest);
        }
    }

    synchronized Optional<SchedulingDecision> answerTo(String requestId, RequestAction action) {
        return Optional.ofNullable(byRequest.get(new Answer(requestId, action)));
    }

    /** Newest first, from below {@code before} on. */
    synchronized List<SchedulingDecision> newest(
            Optional<DecisionKey> before, Predicate<SchedulingDecision> filter, int limit) {
        var from = before.map(key -> inOrder.headMap(key, false)).orElse(inOrder);
        return from.descendingMap().values().stream()
                .filter(filter)
                .limit(limit)
                .toList();
    }

    /** Approved, not a trial, and not given back. */
    synchronized List<SchedulingDecision> placed() {
        return inOrder.values().stream().filter(this::stands).toList();
    }

    synchronized int size() {
        return inOrder.size();
    }

    private boolean stands(SchedulingDecision decision) {
        var cancelled = byRequest.get(new Answer(decision.getRequestId(), RequestAction.CANCEL));
        return decision.getAction() == RequestAction.SUBMIT
                && decision.getVerdict() == Verdict.APPROVED
                && !decision.getDryRun()
                && (cancelled == null || cancelled.getVerdict() != Verdict.APPROVED);
    }

    /** A later request under a used id is refused with a decision of its own: the first answer remains the answer. */
    private static SchedulingDecision firstStands(SchedulingDecision before, SchedulingDecision later) {
        boolean reused = later.getReasons().stream().anyMatch(why -> why.getCode() == ReasonCode.REQUEST_ID_REUSED);
        return reused ? before : later;
    }

    private static Answer answer(SchedulingDecision decision) {
        return new Answer(decision.getRequestId(), decision.getAction());
    }
}
