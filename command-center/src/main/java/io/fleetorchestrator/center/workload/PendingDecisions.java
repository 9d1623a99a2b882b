package io.fleetorchestrator.center.workload;

import io.fleetorchestrator.client.WorkloadRequests;
import io.fleetorchestrator.schemas.contract.SchedulingDecision;
import io.fleetorchestrator.schemas.contract.WorkloadRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** The HTTP requests that wait for a decision. */
public final class PendingDecisions {

    private final Set<Wait> waits = ConcurrentHashMap.newKeySet();

    /** Gives a decision of the feed to the requests that wait for it. */
    public void put(SchedulingDecision decision) {
        waits.forEach(wait -> wait.offer(decision));
    }

    /** Starts to wait. Call it before the request is published, so that its decision is not missed. */
    public Wait expect(WorkloadRequest request) {
        var wait = new Wait(request);
        waits.add(wait);
        return wait;
    }

    /** One request whose decision is awaited. */
    public final class Wait implements AutoCloseable {

        private final WorkloadRequest request;
        private final BlockingQueue<SchedulingDecision> decisions = new LinkedBlockingQueue<>();

        private Wait(WorkloadRequest request) {
            this.request = request;
        }

        private void offer(SchedulingDecision decision) {
            if (WorkloadRequests.answers(decision, request)) {
                decisions.add(decision);
            }
        }

        /** The decision, if it arrives within the timeout. */
        public Optional<SchedulingDecision> await(Duration timeout) throws InterruptedException {
            return Optional.ofNullable(decisions.poll(timeout.toMillis(), TimeUnit.MILLISECONDS));
        }

        @Override
        public void close() {
            waits.remove(this);
        }
    }
}
