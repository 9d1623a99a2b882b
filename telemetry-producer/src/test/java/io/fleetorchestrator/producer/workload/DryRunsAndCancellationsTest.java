package io.fleetorchestrator.producer.workload;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;
import static org.assertj.core.api.BDDAssertions.withinPercentage;

import io.fleetorchestrator.producer.regions.SomeFleet;
import io.fleetorchestrator.schemas.contract.RequestAction;
import io.fleetorchestrator.schemas.contract.WorkloadRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class DryRunsAndCancellationsTest {

    private static final Instant START = Instant.parse("2026-01-05T00:00:00Z");
    private static final Instant END = START.plus(Duration.ofDays(30));

    private final WorkloadMix mix = new WorkloadMix(1, SomeFleet.FLEET, 60, 0.15);
    private final DryRunsAndCancellations thoughts = new DryRunsAndCancellations(1, mix, 0.05, 0.1);

    @Test
    void someAreDryRuns() {
        var submissions = submissions(thoughts.between(START, END));

        then(submissions).hasSameSizeAs(mix.between(START, END));
        then(submissions.stream().filter(WorkloadRequest::getDryRun).count() / (double) submissions.size())
                .isCloseTo(0.05, withinPercentage(10));
    }

    @Test
    void someAreCancelled() {
        // given
        var requests = thoughts.between(START, END);
        var submitted = submissions(requests).stream()
                .collect(Collectors.toMap(WorkloadRequest::getRequestId, Function.identity()));

        // when
        var cancellations = cancellations(requests).stream()
                .filter(request -> submitted.containsKey(request.getRequestId()))
                .toList();

        // then
        then(cancellations.size() / (double) submitted.size()).isCloseTo(0.095, withinPercentage(10));
        then(cancellations).allSatisfy(cancellation -> {
            var taken = Objects.requireNonNull(submitted.get(cancellation.getRequestId()));
            then(taken.getDryRun()).isFalse();
            then(cancellation.getSubmittedAt()).isEqualTo(taken.getSubmittedAt().plus(Duration.ofMinutes(10)));
        });
    }

    @Test
    void comeInOrderOfTime() {
        then(thoughts.between(START, END)).isSortedAccordingTo(Comparator.comparing(WorkloadRequest::getSubmittedAt));
    }

    @Property(tries = 50)
    void areTheSameForAnyDivisionOfTime(@ForAll @IntRange(min = 1, max = 3_000_000) int millis) {
        var cut = new ArrayList<WorkloadRequest>();
        var end = START.plus(Duration.ofHours(1));
        for (var from = START; from.isBefore(end); from = from.plusMillis(millis)) {
            var to = from.plusMillis(millis);
            cut.addAll(thoughts.between(from, to.isBefore(end) ? to : end));
        }

        then(cut).isEqualTo(thoughts.between(START, end));
    }

    @Test
    void rejectsAShareAboveOne() {
        thenThrownBy(() -> new DryRunsAndCancellations(1, mix, 1.1, 0))
                .hasMessageContaining("dry runs of 1.1 is not within");
    }

    private static List<WorkloadRequest> submissions(List<WorkloadRequest> requests) {
        return requests.stream()
                .filter(request -> request.getAction() == RequestAction.SUBMIT)
                .toList();
    }

    private static List<WorkloadRequest> cancellations(List<WorkloadRequest> requests) {
        return requests.stream()
                .filter(request -> request.getAction() == RequestAction.CANCEL)
                .toList();
    }
}
