package io.fleetorchestrator.core.fleet;

import io.fleetorchestrator.core.placement.Admission;
import io.fleetorchestrator.core.placement.RequestReasons;
import io.fleetorchestrator.core.placement.RequestRules;
import io.fleetorchestrator.schemas.contract.Reason;
import io.fleetorchestrator.schemas.contract.SchedulingDecision;
import io.fleetorchestrator.schemas.contract.Verdict;
import io.fleetorchestrator.schemas.contract.WorkloadRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Gives every request its one answer, and reserves what was approved. */
final class RequestHandler {

    private final FleetState state;
    private final FleetJournal journal;
    private final Admission admission;

    RequestHandler(FleetState state, FleetJournal journal, Admission admission) {
        this.state = state;
        this.journal = journal;
        this.admission = admission;
    }

    /** The answer; empty when the same request was answered before. */
    Optional<SchedulingDecision> answer(WorkloadRequest request, Instant publishedAt) {
        var fingerprint = Fingerprint.of(request);
        var decision = answer(request, fingerprint);
        decision.ifPresent(made -> {
            made.setFingerprint(fingerprint);
            made.setDecidedAt(state.clock().decidedAt(request.getSubmittedAt(), publishedAt));
        });
        return decision;
    }

    private Optional<SchedulingDecision> answer(WorkloadRequest request, long fingerprint) {
        var now = state.clock().judgedAt(request.getSubmittedAt());
        var violations = RequestRules.violations(request, state.fleet());
        if (!RequestRules.identifiable(request)) {
            // Nothing to remember it by: it is refused as often as it comes.
            return Optional.of(refuse(request, now, violations));
        }
        var key = RequestKey.of(request);
        var before = state.answered.find(key.kind(), key.requestId());
        if (before.isPresent()) {
            return answerAgain(request, now, before.get(), fingerprint);
        }
        var decision = violations.isEmpty() ? decide(request, now) : refuse(request, now, violations);
        if (!mayBeMended(key, decision)) {
            remember(new AnsweredRequest(key.kind(), key.requestId(), fingerprint, true, state.hour()));
        }
        return Optional.of(decision);
    }

    private Optional<SchedulingDecision> answerAgain(
            WorkloadRequest request, Instant now, AnsweredRequests.Contents before, long fingerprint) {
        if (before.include(fingerprint)) {
            return Optional.empty();
        }
        var key = RequestKey.of(request);
        remember(new AnsweredRequest(key.kind(), key.requestId(), fingerprint, false, before.hour()));
        return Optional.of(refuse(request, now, List.of(RequestReasons.reused(request.getRequestId()))));
    }

    /** A cancellation that was refused must not stand in the way of the next one while there is something to cancel. */
    private boolean mayBeMended(RequestKey key, SchedulingDecision decision) {
        return key.kind() == RequestKind.CANCEL
                && decision.getVerdict() != Verdict.APPROVED
                && state.standing(key.requestId()).isPresent();
    }

    private SchedulingDecision decide(WorkloadRequest request, Instant now) {
        return RequestKey.of(request).kind() == RequestKind.CANCEL ? cancel(request, now) : place(request, now);
    }

    private SchedulingDecision place(WorkloadRequest request, Instant now) {
        var decision = state.view()
                .map(view -> admission.decide(request, view, now))
                .orElseGet(() -> refuse(request, now, List.of(RequestReasons.unknownFleet(state.fleet()))));
        if (decision.getVerdict() == Verdict.APPROVED && !request.getDryRun()) {
            var placed = CommittedWorkload.at(decision.getPlacement(), request);
            state.commit(placed);
            journal.placed(placed);
            forgetCancellation(request.getRequestId());
        }
        return decision;
    }

    /** What is over and what is not is a matter of the fleet's time, whatever the cancellation is stamped with. */
    private SchedulingDecision cancel(WorkloadRequest request, Instant now) {
        return state.standing(request.getRequestId())
                .map(placed -> giveBack(request, now, placed))
                .orElseGet(() -> refuse(request, now, List.of(RequestReasons.nothingToCancel(request.getRequestId()))));
    }

    private SchedulingDecision giveBack(WorkloadRequest request, Instant now, CommittedWorkload placed) {
        state.release(placed);
        if (placed.start() < state.hour()) {
            // Forecasts saw the load of the hours in which it ran.
            var ran = placed.before(state.hour());
            state.commit(ran);
            journal.placed(ran);
        } else {
            journal.released(placed);
        }
        return Admission.release(request, state.fleet(), now, placed.request(), placed.from(state.hour()));
    }

    /** A cancellation that came before there was anything to cancel must not stand in the way of the one that will. */
    private void forgetCancellation(String requestId) {
        state.answered.forget(RequestKind.CANCEL, requestId, journal::forgotten);
    }

    private void remember(AnsweredRequest answered) {
        state.answered.remember(answered);
        journal.answered(answered);
    }

    private SchedulingDecision refuse(WorkloadRequest request, Instant now, List<Reason> reasons) {
        return Admission.refuse(request, state.fleet(), now, reasons);
    }
}
