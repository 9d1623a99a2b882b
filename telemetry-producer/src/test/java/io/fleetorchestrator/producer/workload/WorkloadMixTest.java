package io.fleetorchestrator.producer.workload;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;
import static org.assertj.core.api.BDDAssertions.withinPercentage;

import io.fleetorchestrator.producer.regions.SomeFleet;
import io.fleetorchestrator.schemas.contract.WorkloadRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class WorkloadMixTest {

    private static final Instant START = Instant.parse("2026-01-05T00:00:00Z");
    private static final Duration MONTH = Duration.ofDays(30);

    private final WorkloadMix mix = new WorkloadMix(1, SomeFleet.FLEET, 60, 0.15);

    @Test
    void keepsItsRate() {
        then((double) month().size()).isCloseTo(60 * 24 * 30, withinPercentage(3));
    }

    @Test
    void needsItsShareOfTheCapacity() {
        double megawattHours = month().stream()
                .mapToDouble(request -> request.getPowerMw() * request.getDurationHours())
                .sum();

        then(megawattHours / MONTH.toHours()).isCloseTo(0.15 * 180, withinPercentage(5));
    }

    @Test
    void isBusierByDay() {
        var requests = month();

        then(arrivalsAt(requests, 19)).isGreaterThan(3 * arrivalsAt(requests, 7));
    }

    @Test
    void makesOnlyValidRequests() {
        then(month()).allSatisfy(request -> {
            then(request.getPowerMw()).isGreaterThan(0);
            then(request.getDurationHours()).isBetween(1, 12);
            then(request.getEarliestStart()).isAfter(request.getSubmittedAt());
            then(Duration.between(request.getEarliestStart(), request.getDeadline()))
                    .isBetween(Duration.ofHours(request.getDurationHours()), Duration.ofHours(23));
        });
    }

    @Test
    void mixesAllKinds() {
        var requests = month();

        then(requests).extracting(WorkloadRequest::getName).contains("api", "notebook", "batch", "training");
        then(requests).anyMatch(request -> !request.getAllowedRegions().isEmpty());
        then(requests).anyMatch(request -> request.getMaxLatencyMs() != null);
        then(requests).extracting(WorkloadRequest::getRequestId).doesNotHaveDuplicates();
    }

    @Property(tries = 50)
    void submitsTheSameForAnyDivisionOfTime(@ForAll @IntRange(min = 1, max = 3_000_000) int millis) {
        var cut = new ArrayList<WorkloadRequest>();
        var end = START.plus(Duration.ofHours(1));
        for (var from = START; from.isBefore(end); from = from.plusMillis(millis)) {
            var to = from.plusMillis(millis);
            cut.addAll(mix.between(from, to.isBefore(end) ? to : end));
        }

        then(cut).isEqualTo(mix.between(START, end));
    }

    @Test
    void rejectsARateOfZero() {
        thenThrownBy(() -> new WorkloadMix(1, SomeFleet.FLEET, 0, 0.1))
                .hasMessageContaining("0.0 requests per hour is not within");
    }

    private List<WorkloadRequest> month() {
        return mix.between(START, START.plus(MONTH));
    }

    private static long arrivalsAt(List<WorkloadRequest> requests, int hour) {
        return requests.stream()
                .filter(request -> request.getSubmittedAt().toString().contains("T%02d:".formatted(hour)))
                .count();
    }
}
