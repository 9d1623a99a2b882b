package io.fleetorchestrator.center.workload;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetorchestrator.center.Records;
import io.fleetorchestrator.schemas.contract.Priority;
import io.fleetorchestrator.schemas.contract.SchedulingDecision;
import io.fleetorchestrator.schemas.contract.WorkloadRequest;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PendingDecisionsTest {

    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");

    private final PendingDecisions answers = new PendingDecisions();
    private final WorkloadRequest request = request().build();
    private final SchedulingDecision own = Records.answer(request, NOON);

    @Test
    void ignoresTheDecisionOnAnotherRequestUnderTheSameId() throws InterruptedException {
        try (var wait = answers.expect(request)) {
            answers.put(copy(own).setFleet("other").build());
            answers.put(copy(own).setDryRun(true).build());
            answers.put(Records.givenBack(own, NOON));
            answers.put(Records.answer(request().setPriority(Priority.HIGH).build(), NOON));
            answers.put(Records.reused(request().setPriority(Priority.HIGH).build(), NOON));

            assertThat(wait.await(Duration.ZERO)).isEmpty();
        }
    }

    @Test
    void acceptsTheDecisionOnTheRequestAtAnySubmissionTime() throws InterruptedException {
        try (var wait =
                answers.expect(request().setSubmittedAt(NOON.plusSeconds(60)).build())) {
            answers.put(own);

            assertThat(wait.await(Duration.ZERO)).contains(own);
        }
    }

    @Test
    void comparesTheFieldsOfADecisionWithoutFingerprint() throws InterruptedException {
        var old = copy(own).setFingerprint(null).build();
        try (var wait = answers.expect(request);
                var other = answers.expect(request().setPowerMw(6).build())) {
            answers.put(old);

            assertThat(wait.await(Duration.ZERO)).contains(old);
            assertThat(other.await(Duration.ZERO)).isEmpty();
        }
    }

    private static SchedulingDecision.Builder copy(SchedulingDecision decision) {
        return SchedulingDecision.newBuilder(decision);
    }

    private static WorkloadRequest.Builder request() {
        return WorkloadRequest.newBuilder()
                .setRequestId("one")
                .setFleet(Records.FLEET)
                .setSubmittedAt(NOON)
                .setPowerMw(5)
                .setDurationHours(2);
    }
}
