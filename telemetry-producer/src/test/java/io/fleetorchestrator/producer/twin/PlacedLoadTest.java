package io.fleetorchestrator.producer.twin;

import static org.assertj.core.api.BDDAssertions.then;

import io.fleetorchestrator.schemas.contract.Placement;
import io.fleetorchestrator.schemas.contract.RequestAction;
import io.fleetorchestrator.schemas.contract.SchedulingDecision;
import io.fleetorchestrator.schemas.contract.Verdict;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PlacedLoadTest {

    private static final Instant START = Instant.parse("2026-01-01T10:00:00Z");
    private static final Instant END = START.plus(Duration.ofHours(3));

    private final PlacedLoad load = new PlacedLoad();

    @Test
    void carriesAnApprovedWorkloadOnlyWhileItRuns() {
        load.add(approved("a"));

        then(load.mwIn("hot", START.minusMillis(1))).isZero();
        then(load.mwIn("hot", START)).isEqualTo(10);
        then(load.mwIn("hot", END.minusMillis(1))).isEqualTo(10);
        then(load.mwIn("hot", END)).isZero();
        then(load.mwIn("mild", START)).isZero();
    }

    @Test
    void addsUpWorkloads() {
        load.add(approved("a"));
        load.add(approved("b"));

        then(load.mwIn("hot", START)).isEqualTo(20);
    }

    @Test
    void countsADecisionReadTwiceOnce() {
        load.add(approved("a"));
        load.add(approved("a"));

        then(load.mwIn("hot", START)).isEqualTo(10);
    }

    @Test
    void carriesNeitherDryRunsNorRefusals() {
        var dryRun = approved("a");
        dryRun.setDryRun(true);
        var blocked = approved("b");
        blocked.setVerdict(Verdict.BLOCKED);

        load.add(dryRun);
        load.add(blocked);

        then(load.size()).isZero();
    }

    @Test
    void endsACancelledWorkloadWhenItIsCancelled() {
        var cancelled = START.plus(Duration.ofHours(1));
        load.add(approved("a"));

        load.add(cancel("a", Verdict.APPROVED, cancelled));

        then(load.mwIn("hot", cancelled.minusMillis(1))).isEqualTo(10);
        then(load.mwIn("hot", cancelled)).isZero();
    }

    @Test
    void letsARefusedCancellationChangeNothing() {
        load.add(approved("a"));

        load.add(cancel("a", Verdict.BLOCKED, START));

        then(load.mwIn("hot", START)).isEqualTo(10);
    }

    @Test
    void forgetsWhatHasEnded() {
        load.add(approved("a"));

        load.forgetEndedBy(END.minusMillis(1));
        then(load.size()).isEqualTo(1);
        load.forgetEndedBy(END);
        then(load.size()).isZero();
    }

    private static SchedulingDecision approved(String id) {
        return SchedulingDecision.newBuilder()
                .setRequestId(id)
                .setFleet("some")
                .setVerdict(Verdict.APPROVED)
                .setPowerMw(10)
                .setPlacement(new Placement("hot", START, END))
                .setDecidedAt(START.minus(Duration.ofHours(1)))
                .build();
    }

    private static SchedulingDecision cancel(String id, Verdict verdict, Instant at) {
        var decision = approved(id);
        decision.setAction(RequestAction.CANCEL);
        decision.setVerdict(verdict);
        decision.setDecidedAt(at);
        return decision;
    }
}
