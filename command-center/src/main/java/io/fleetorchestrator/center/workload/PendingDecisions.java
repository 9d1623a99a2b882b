package io.fleetorchestrator.center.workload;

import io.fleetorchestrator.schemas.contract.SchedulingDecision;
import io.fleetorchestrator.schemas.contract.WorkloadRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Who waits for which decision. */
public final class PendingDecisions {

    private final Set<Wait> waits = ConcurrentHashMap.newKeySet();

    /** To be told by the feed. */
    public void put(SchedulingDecision decision) {
        waits.forEach(wait -> wait.offer(decision));
    }

    /** Begin to wait before the request is sent, so that no answer is missed. */
    public Wait expect(WorkloadRequest request) {
        var wait = new Wait(request);
        waits.add(wait);
        return wait;
    }

    /** One request whose answer is awaited. */
    public final class Wait implements AutoCloseable {

        private final WorkloadRequest request;
        private final BlockingQueue<SchedulingDecision> answer = new LinkedBlockingQueue<>();

        private Wait(WorkloadRequest request) {
            this.request = request;
        }

        private void offer(SchedulingDecision decision) {
            if (SameRequest.answers(decision, request)) {
                answer.add(decision);
            }
        }

        /** The decision, if it comes in that time. */
        public Optional<SchedulingDecision> await(Duration patience) throws InterruptedException {
            return Optional.ofNullable(answer.poll(patience.toMillis(), TimeUnit.MILLISECONDS));
        }

        @Override
        public void close() {
            waits.remove(this);
        }
    }
}
