package io.fleetorchestrator.core.fleet;

import io.fleetorchestrator.core.placement.Admission;
import io.fleetorchestrator.core.placement.RequestReasons;
import io.fleetorchestrator.core.placement.RequestRules;
import io.fleetorchestrator.core.time.EpochHours;
import io.fleetorchestrator.schemas.contract.Reason;
import io.fleetorchestrator.schemas.contract.SchedulingDecision;
import io.fleetorchestrator.schemas.contract.Verdict;
import io.fleetorchestrator.schemas.contract.WorkloadRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Gives every request its one answer, and reserves what was approved. */
final class RequestDesk {

    private final FleetState state;
    private final FleetJournal journal;
    private final Admission admission;

    RequestDesk(FleetState state, FleetJournal journal, Admission admission) {
        this.state = state;
        this.journal = journal;
        this.admission = admission;
    }

    /** The answer; empty when the same request was answered before. */
    Optional<SchedulingDecision> answer(WorkloadRequest request) {
        var now = state.clock().decidingAt(request.getSubmittedAt());
        var violations = RequestRules.violations(request, state.fleet());
        if (!RequestRules.identifiable(request)) {
            // Nothing to remember it by: it is refused as often as it comes.
            return Optional.of(refuse(request, now, violations));
        }
        var fingerprint = Fingerprint.of(request);
        var before = state.answered.find(Kind.of(request), request.getRequestId());
        if (before.isPresent()) {
            return answerAgain(request, now, before.get(), fingerprint);
        }
        var decision = violations.isEmpty() ? decide(request, now) : refuse(request, now, violations);
        remember(new Answered(Kind.of(request), request.getRequestId(), hour(), List.of(fingerprint)));
        return Optional.of(decision);
    }

    private Optional<SchedulingDecision> answerAgain(
            WorkloadRequest request, Instant now, Answered before, long fingerprint) {
        if (before.covers(fingerprint)) {
            return Optional.empty();
        }
        remember(before.and(fingerprint));
        return Optional.of(refuse(request, now, List.of(RequestReasons.reused(request.getRequestId()))));
    }

    private SchedulingDecision decide(WorkloadRequest request, Instant now) {
        return Kind.of(request) == Kind.CANCEL ? cancel(request, now) : place(request, now);
    }

    private SchedulingDecision place(WorkloadRequest request, Instant now) {
        var decision = state.view()
                .map(view -> admission.decide(request, view, now))
                .orElseGet(() -> refuse(request, now, List.of(RequestReasons.unknownFleet(state.fleet()))));
        if (decision.getVerdict() == Verdict.APPROVED && !request.getDryRun()) {
            var placed = Placed.at(decision.getPlacement(), request);
            state.commit(placed);
            journal.placed(placed);
            forgetCancellation(request.getRequestId());
        }
        return decision;
    }

    private SchedulingDecision cancel(WorkloadRequest request, Instant now) {
        var hour = EpochHours.floor(now);
        return state.placements
                .find(request.getRequestId())
                .filter(placed -> placed.end() > hour)
                .map(placed -> giveBack(request, now, placed))
                .orElseGet(() -> refuse(request, now, List.of(RequestReasons.nothingToCancel(request.getRequestId()))));
    }

    private SchedulingDecision giveBack(WorkloadRequest request, Instant now, Placed placed) {
        state.release(placed);
        journal.released(placed);
        return Admission.giveBack(request, state.fleet(), now, placed.request(), placed.from(EpochHours.floor(now)));
    }

    /** A cancellation that came before there was anything to cancel must not stand in the way of the one that will. */
    private void forgetCancellation(String requestId) {
        state.answered.find(Kind.CANCEL, requestId).ifPresent(answered -> {
            state.answered.forget(answered);
            journal.forgotten(answered);
        });
    }

    private void remember(Answered answered) {
        state.answered.remember(answered);
        journal.answered(answered);
    }

    private SchedulingDecision refuse(WorkloadRequest request, Instant now, List<Reason> reasons) {
        return Admission.refuse(request, state.fleet(), now, reasons);
    }

    private long hour() {
        return EpochHours.floor(state.clock().now());
    }
}
