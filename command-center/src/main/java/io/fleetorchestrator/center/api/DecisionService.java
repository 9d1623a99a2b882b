package io.fleetorchestrator.center.api;

import io.fleetorchestrator.center.http.ProblemException;
import io.fleetorchestrator.center.readmodel.ReadModel;
import io.fleetorchestrator.center.view.DecisionView;
import io.fleetorchestrator.center.view.WorkloadView;
import io.fleetorchestrator.center.workload.OverloadedException;
import io.fleetorchestrator.center.workload.PendingDecisions;
import io.fleetorchestrator.center.workload.RequestSender;
import io.fleetorchestrator.center.workload.UnavailableException;
import io.fleetorchestrator.core.fleet.RequestKey;
import io.fleetorchestrator.core.fleet.RequestKind;
import io.fleetorchestrator.schemas.contract.RequestAction;
import io.fleetorchestrator.schemas.contract.SchedulingDecision;
import io.fleetorchestrator.schemas.contract.Verdict;
import io.fleetorchestrator.schemas.contract.WorkloadRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts requests to the scheduler and waits for its answers. */
public final class DecisionService {

    private static final Logger LOG = LoggerFactory.getLogger(DecisionService.class);
    private static final Duration SOON = Duration.ofSeconds(1);
    private static final Duration OUTAGE = Duration.ofSeconds(5);

    /** Each waiting request holds a thread; beyond this the others would find none. */
    private static final int WAITING = 100;

    private final ReadModel model;
    private final RequestSender sender;
    private final PendingDecisions answers;
    private final Semaphore room = new Semaphore(WAITING);

    public DecisionService(ReadModel model, RequestSender sender, PendingDecisions answers) {
        this.model = model;
        this.sender = sender;
        this.answers = answers;
    }

    /** What came of asking: the decision, if it came in time. */
    record Outcome(Optional<SchedulingDecision> decision) {}

    Optional<SchedulingDecision> answerTo(RequestKey request) {
        return model.answerTo(request);
    }

    /** Returns when the cluster has the request, and the decision has come or {@code wait} is over. */
    Outcome ask(WorkloadRequest request, Duration wait) throws InterruptedException {
        if (!room.tryAcquire()) {
            throw ProblemException.later(429, "too many requests wait for their decision", SOON);
        }
        try (var answer = answers.expect(request)) {
            send(request);
            return new Outcome(answer.await(wait));
        } finally {
            room.release();
        }
    }

    private void send(WorkloadRequest request) throws InterruptedException {
        try {
            sender.send(request);
        } catch (OverloadedException e) {
            throw ProblemException.later(429, "too many requests wait for the cluster", SOON);
        } catch (UnavailableException e) {
            LOG.warn("request {} was not acknowledged", request.getRequestId(), e);
            throw ProblemException.later(
                    503, "the cluster did not acknowledge the request; send it again under the same id", OUTAGE);
        }
    }

    WorkloadView view(SchedulingDecision decision) {
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

    /** With the fleet, in which alone the id is unique. */
    private static String url(String fleet, String requestId) {
        return "/api/v1/workloads/" + encoded(requestId) + "?fleet=" + encoded(fleet);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** The cancellation, if there is one that was carried out. A refused one decides nothing: it may be tried again. */
    Optional<SchedulingDecision> cancelled(RequestKey cancellation) {
        return answerTo(cancellation).filter(back -> back.getVerdict() == Verdict.APPROVED);
    }

    private WorkloadView.Status status(SchedulingDecision decision) {
        if (decision.getVerdict() != Verdict.APPROVED) {
            return WorkloadView.Status.BLOCKED;
        }
        boolean given = !decision.getDryRun()
                && cancelled(new RequestKey(decision.getFleet(), RequestKind.CANCEL, decision.getRequestId()))
                        .isPresent();
        return given || decision.getAction() == RequestAction.CANCEL
                ? WorkloadView.Status.CANCELLED
                : WorkloadView.Status.APPROVED;
    }
}
