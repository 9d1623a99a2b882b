package io.fleetorchestrator.core.ledger;

import static org.assertj.core.api.BDDAssertions.then;

import io.fleetorchestrator.core.time.EpochHours;
import io.fleetorchestrator.schemas.contract.Placement;
import io.fleetorchestrator.schemas.contract.RequestAction;
import io.fleetorchestrator.schemas.contract.SchedulingDecision;
import io.fleetorchestrator.schemas.contract.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ActivePlacementsTest {

    private static final Instant START = Instant.parse("2026-01-01T10:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Instant END = START.plus(Duration.ofHours(3));
    private static final List<String> REGIONS = List.of("hot", "mild");
    private static final List<String> IDS = List.of("a", "b", "c");

    private final ActivePlacements placements = new ActivePlacements();

    @Test
    void carriesAnApprovedWorkloadOnlyWhileItRuns() {
        placements.add(approved("a"));

        then(placements.mwAt("hot", START.minusMillis(1))).isZero();
        then(placements.mwAt("hot", START)).isEqualTo(10);
        then(placements.mwAt("hot", END.minusMillis(1))).isEqualTo(10);
        then(placements.mwAt("hot", END)).isZero();
        then(placements.mwAt("mild", START)).isZero();
    }

    @Test
    void addsUpWorkloads() {
        placements.add(approved("a"));
        placements.add(approved("b"));

        then(placements.mwAt("hot", START)).isEqualTo(20);
    }

    @Test
    void countsADecisionReadTwiceOnce() {
        placements.add(approved("a"));
        placements.add(approved("a"));

        then(placements.mwAt("hot", START)).isEqualTo(10);
    }

    @Test
    void carriesNeitherDryRunsNorRefusals() {
        var dryRun = approved("a");
        dryRun.setDryRun(true);
        var blocked = approved("b");
        blocked.setVerdict(Verdict.BLOCKED);

        placements.add(dryRun);
        placements.add(blocked);

        then(placements.size()).isZero();
    }

    @Test
    void endsACancelledWorkloadWhenItIsCancelled() {
        var cancelled = START.plus(Duration.ofHours(1));
        placements.add(approved("a"));

        placements.add(cancel("a", Verdict.APPROVED, cancelled));

        then(placements.mwAt("hot", cancelled.minusMillis(1))).isEqualTo(10);
        then(placements.mwAt("hot", cancelled)).isZero();
    }

    @Test
    void letsARefusedCancellationChangeNothing() {
        placements.add(approved("a"));

        placements.add(cancel("a", Verdict.BLOCKED, START));

        then(placements.mwAt("hot", START)).isEqualTo(10);
    }

    @Test
    void forgetsWhatHasEnded() {
        placements.add(approved("a"));

        placements.forgetEndedBy(END.minusMillis(1));
        then(placements.size()).isEqualTo(1);
        placements.forgetEndedBy(END);
        then(placements.size()).isZero();
    }

    @Test
    void commitsEachPlacedHourInTheLedger() {
        placements.add(approved("a"));
        placements.add(approved("b"));

        var ledger = placements.ledger();

        long first = EpochHours.floor(START);
        then(ledger.size()).isEqualTo(3);
        then(ledger.committedMw("hot", first - 1)).isZero();
        then(ledger.committedMw("hot", first)).isEqualTo(20);
        then(ledger.committedMw("hot", first + 2)).isEqualTo(20);
        then(ledger.committedMw("hot", first + 3)).isZero();
    }

    @Test
    void commitsNothingForAWorkloadThatWasCancelledBeforeItStarted() {
        placements.add(approved("a"));

        placements.add(cancel("a", Verdict.APPROVED, START.minusSeconds(60)));

        then(placements.ledger()).isEqualTo(new Ledger());
    }

    @Test
    void keepsTheIdsOfFleetsApart() {
        var other = cancel("a", Verdict.APPROVED, START.minusSeconds(60));
        other.setFleet("other");
        placements.add(approved("a"));

        placements.add(other);

        then(placements.mwAt("hot", START)).isEqualTo(10);
    }

    @Test
    void placesAnIdAgainAfterItsWorkloadHasEnded() {
        var later = approved("a");
        later.setDecidedAt(END.plusSeconds(60));
        later.setPlacement(new Placement("mild", END.plus(HOUR), END.plus(HOUR).plus(HOUR)));
        placements.add(approved("a"));

        placements.add(later);

        then(placements.mwAt("mild", END.plus(HOUR))).isEqualTo(10);
        then(placements.size()).isEqualTo(1);
    }

    @Test
    void ignoresPlacementsThatCannotBe() {
        var endless = approved("a");
        endless.setPlacement(new Placement("hot", START, Instant.ofEpochMilli(Long.MAX_VALUE)));
        var enormous = approved("b");
        enormous.setPowerMw(Double.POSITIVE_INFINITY);
        var undefined = approved("c");
        undefined.setPowerMw(Double.NaN);

        List.of(endless, enormous, undefined).forEach(placements::add);

        then(placements.size()).isZero();
    }

    @Property(tries = 200)
    void equalsTheSumOverAllDecisions(@ForAll long seed) {
        // given
        var decisions = someDecisions(new Random(seed));

        // when
        var folded = ActivePlacements.of(decisions);

        // then
        var ledger = folded.ledger();
        for (var region : REGIONS) {
            for (long hour = 0; hour < 40; hour++) {
                var start = START.plus(Duration.ofHours(hour));
                double expected = sum(decisions, region, start);
                then(folded.mwAt(region, start)).isEqualTo(expected);
                then(ledger.committedMw(region, EpochHours.floor(start))).isEqualTo(expected);
            }
        }
    }

    /** Each decision is made an hour after the one before, so all placements lie after START. */
    private static List<SchedulingDecision> someDecisions(Random random) {
        var decisions = new ArrayList<SchedulingDecision>();
        for (int made = 0; made < 12; made++) {
            decisions.add(someDecision(random, START.plus(Duration.ofHours(made))));
        }
        return decisions;
    }

    private static SchedulingDecision someDecision(Random random, Instant decidedAt) {
        var start = decidedAt.plus(Duration.ofHours(random.nextInt(8)));
        var end = start.plus(Duration.ofHours(1 + random.nextInt(20)));
        return SchedulingDecision.newBuilder()
                .setRequestId(IDS.get(random.nextInt(IDS.size())))
                .setFleet("some")
                .setAction(random.nextInt(3) == 0 ? RequestAction.CANCEL : RequestAction.SUBMIT)
                .setDryRun(random.nextInt(5) == 0)
                .setVerdict(random.nextInt(5) == 0 ? Verdict.BLOCKED : Verdict.APPROVED)
                .setPowerMw(1 + random.nextInt(9))
                .setPlacement(new Placement(REGIONS.get(random.nextInt(REGIONS.size())), start, end))
                .setDecidedAt(decidedAt)
                .build();
    }

    /** Written from the contract and without any index. */
    private static double sum(List<SchedulingDecision> decisions, String region, Instant at) {
        return IDS.stream()
                .flatMap(id -> current(decisions, id).stream())
                .filter(run -> run.placement().getRegion().equals(region))
                .filter(run -> !at.isBefore(run.placement().getStartsAt()))
                .filter(run -> at.isBefore(run.placement().getEndsAt()))
                .mapToDouble(Run::powerMw)
                .sum();
    }

    /** What the id has placed at the end of the log. */
    private static Optional<Run> current(List<SchedulingDecision> decisions, String id) {
        Optional<Run> current = Optional.empty();
        for (var decision : decisions) {
            if (decision.getRequestId().equals(id)
                    && !decision.getDryRun()
                    && decision.getVerdict() == Verdict.APPROVED) {
                current = after(current, decision);
            }
        }
        return current;
    }

    private static Optional<Run> after(Optional<Run> current, SchedulingDecision decision) {
        var at = decision.getDecidedAt();
        var running = current.filter(run -> !run.placement().getEndsAt().isBefore(at));
        if (decision.getAction() == RequestAction.CANCEL) {
            return running.map(run -> run.endingAt(at)).or(() -> current);
        }
        return running.or(() -> Optional.of(new Run(decision.getPlacement(), decision.getPowerMw())));
    }

    private record Run(Placement placement, double powerMw) {

        Run endingAt(Instant at) {
            return new Run(new Placement(placement.getRegion(), placement.getStartsAt(), at), powerMw);
        }
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
