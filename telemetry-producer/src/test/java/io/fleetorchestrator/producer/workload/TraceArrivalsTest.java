package io.fleetorchestrator.producer.workload;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;

import io.fleetorchestrator.producer.regions.SomeFleet;
import io.fleetorchestrator.schemas.contract.WorkloadRequest;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TraceArrivalsTest {

    private static final Instant ORIGIN = Instant.parse("2026-01-01T00:00:00Z");

    private final TraceArrivals trace = new TraceArrivals(
            1,
            SomeFleet.FLEET,
            List.of(new TraceJob(1.5, 2.25, 8), new TraceJob(0, 0.75, 4), new TraceJob(1.5, 72, 0)),
            ORIGIN,
            0.1);

    @Test
    void submitsJobsAtTheirArrivalInWholeHours() {
        var requests = trace.between(ORIGIN, ORIGIN.plusSeconds(7200));

        then(requests)
                .extracting(WorkloadRequest::getSubmittedAt)
                .containsExactly(ORIGIN, ORIGIN.plusSeconds(5400), ORIGIN.plusSeconds(5400));
        then(requests).extracting(WorkloadRequest::getDurationHours).containsExactly(1, 3, 72);
        then(requests).extracting(WorkloadRequest::getPowerMw).containsExactly(0.4, 0.8, 0.001);
    }

    @Test
    void skipsJobsOutsideThePeriod() {
        then(trace.between(ORIGIN.plusMillis(1), ORIGIN.plusSeconds(5400))).isEmpty();
        then(trace.between(ORIGIN.plusSeconds(5400), ORIGIN.plusSeconds(5401))).hasSize(2);
    }

    @Test
    void rejectsNegativeJobs() {
        thenThrownBy(() -> new TraceJob(0, -1, 4)).hasMessage("duration_h: -1.0 is not a number from 0 up");
    }
}
