package io.fleetorchestrator.center.api;

import io.fleetorchestrator.center.readmodel.ReadModel;
import io.fleetorchestrator.center.view.DecisionView;
import io.fleetorchestrator.center.view.WorkloadView;
import io.fleetorchestrator.core.fleet.RequestKey;
import io.fleetorchestrator.core.fleet.RequestKind;
import io.fleetorchestrator.schemas.contract.RequestAction;
import io.fleetorchestrator.schemas.contract.SchedulingDecision;
import io.fleetorchestrator.schemas.contract.Verdict;
import io.fleetorchestrator.schemas.contract.WorkloadRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Requests and their status as the API shows them. */
final class WorkloadViews {

    private final ReadModel model;

    WorkloadViews(ReadModel model) {
        this.model = model;
    }

    WorkloadView decided(SchedulingDecision decision) {
        return new WorkloadView(
                decision.getRequestId(),
                url(decision.getFleet(), decision.getRequestId()),
                status(decision),
                DecisionView.of(decision));
    }

    static WorkloadView pending(WorkloadRequest request) {
        return new WorkloadView(
                request.getRequestId(),
                url(request.getFleet(), request.getRequestId()),
                WorkloadView.Status.PENDING,
                null);
    }

    /** Includes the fleet, because ids are unique only within a fleet. */
    private static String url(String fleet, String requestId) {
        return "/api/v1/workloads/" + encoded(requestId) + "?fleet=" + encoded(fleet);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private WorkloadView.Status status(SchedulingDecision decision) {
        if (decision.getVerdict() != Verdict.APPROVED) {
            return WorkloadView.Status.BLOCKED;
        }
        return decision.getAction() == RequestAction.CANCEL || isReleased(decision)
                ? WorkloadView.Status.CANCELLED
                : WorkloadView.Status.APPROVED;
    }

    private boolean isReleased(SchedulingDecision decision) {
        var cancellation = new RequestKey(decision.getFleet(), RequestKind.CANCEL, decision.getRequestId());
        return !decision.getDryRun() && model.approvedCancellation(cancellation).isPresent();
    }
}
