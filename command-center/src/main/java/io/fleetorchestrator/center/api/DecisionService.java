package io.fleetorchestrator.center.api;

import io.fleetorchestrator.center.http.ProblemException;
import io.fleetorchestrator.center.workload.PendingDecisions;
import io.fleetorchestrator.center.workload.RequestSender;
import io.fleetorchestrator.center.workload.UnavailableException;
import io.fleetorchestrator.schemas.contract.SchedulingDecision;
import io.fleetorchestrator.schemas.contract.WorkloadRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Publishes requests to the scheduler and waits for its decisions. */
public final class DecisionService {

    private static final Logger LOG = LoggerFactory.getLogger(DecisionService.class);
    private static final Duration SOON = Duration.ofSeconds(1);
    private static final Duration OUTAGE = Duration.ofSeconds(5);

    /**
     * A request holds a thread while it waits for the acknowledgement and the decision, up to 35 s. This limit is below that
     * of the router, so that requests that only read still find a thread.
     */
    private static final int MAX_WAITING = 100;

    private final RequestSender sender;
    private final PendingDecisions pending;
    private final Semaphore waiting = new Semaphore(MAX_WAITING);

    public DecisionService(RequestSender sender, PendingDecisions pending) {
        this.sender = sender;
        this.pending = pending;
    }

    /** Returns when the cluster has the request, with the decision if it arrives within {@code wait}. */
    Optional<SchedulingDecision> decide(WorkloadRequest request, Duration wait) throws InterruptedException {
        if (!waiting.tryAcquire()) {
            throw ProblemException.later(
                    429, MAX_WAITING + " requests are waiting for their decision already; retry later", SOON);
        }
        try (var decision = pending.expect(request)) {
            send(request);
            return decision.await(wait);
        } finally {
            waiting.release();
        }
    }

    private void send(WorkloadRequest request) throws InterruptedException {
        try {
            sender.send(request);
        } catch (UnavailableException e) {
            LOG.warn("request {} was not acknowledged", request.getRequestId(), e);
            throw ProblemException.later(
                    503, "the cluster did not acknowledge the request; send it again under the same id", OUTAGE);
        }
    }
}
