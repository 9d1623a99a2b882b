package io.fleetorchestrator.core.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fleetorchestrator.core.thermal.RiskLevels;
import io.fleetorchestrator.core.time.EpochHours;
import io.fleetorchestrator.schemas.contract.EvidenceHour;
import io.fleetorchestrator.schemas.contract.RequestAction;
import io.fleetorchestrator.schemas.contract.SchedulingDecision;
import io.fleetorchestrator.schemas.contract.Verdict;
import io.fleetorchestrator.testing.samples.Samples;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class DecisionInvariantsTest {

    private static final int HOURS = 8;

    @Property(tries = 150)
    void everyVerdictCanBeRecomputedFromItsRecord(@ForAll long seed) {
        for (var decision : decisions(seed)) {
            if (decision.getEvidence() != null) {
                boolean passes = decision.getEvidence().getHours().stream().allMatch(hour -> holds(hour, decision));
                assertThat(passes).isEqualTo(decision.getVerdict() == Verdict.APPROVED);
                assertThat(decision.getRiskLevel())
                        .isEqualTo(RiskLevels.of(decision.getEvidence().getBindingMarginC()));
            }
            assertThat(decision.getReasons().isEmpty()).isEqualTo(decision.getVerdict() == Verdict.APPROVED);
        }
    }

    @Property(tries = 150)
    void theLedgerIsTheSumOfTheDecisions(@ForAll long seed) {
        // given
        var fleet = new TestFleet();
        var expected = new HashMap<String, Map<Long, Double>>();

        // when
        for (var decision : decisions(fleet, Logs.log(seed, HOURS))) {
            if (decision.getVerdict() == Verdict.APPROVED && !decision.getDryRun()) {
                double sign = decision.getAction() == RequestAction.CANCEL ? -1 : 1;
                var placement = decision.getPlacement();
                var hours = expected.computeIfAbsent(placement.getRegion(), region -> new HashMap<>());
                for (long hour = EpochHours.floor(placement.getStartsAt());
                        hour < EpochHours.floor(placement.getEndsAt());
                        hour++) {
                    hours.merge(hour, sign * decision.getPowerMw(), Double::sum);
                }
            }
        }

        // then
        long now = EpochHours.floor(Samples.hour(HOURS - 1));
        expected.forEach((region, hours) -> hours.forEach((hour, megawatts) -> {
            if (hour >= now) {
                assertThat(fleet.state().ledger().committedMw(region, hour)).isCloseTo(megawatts, within(1e-6));
            }
        }));
    }

    @Property(tries = 100)
    void everyUseOfAnIdIsPlacedAtMostOnce(@ForAll long seed) {
        var placed = new HashSet<String>();
        for (var decision : decisions(seed)) {
            if (decision.getVerdict() == Verdict.APPROVED
                    && decision.getAction() == RequestAction.SUBMIT
                    && !decision.getDryRun()) {
                assertThat(placed.add(decision.getRequestId())).isTrue();
            }
        }
    }

    @Property(tries = 100)
    void theSameLogGivesTheSameAnswers(@ForAll long seed) {
        assertThat(answers(new TestFleet(), Logs.log(seed, HOURS)))
                .isEqualTo(answers(new TestFleet(), Logs.log(seed, HOURS)));
    }

    @Property(tries = 100)
    void aRestoredFleetGoesOnAsIfNothingHadHappened(@ForAll long seed) {
        // given
        var log = Logs.log(seed, HOURS);
        int cut = new Random(seed).nextInt(log.size());

        // when
        var journal = new RememberingJournal();
        var interrupted = answers(new TestFleet(FleetSnapshot.EMPTY, journal), log.subList(0, cut));
        interrupted.addAll(answers(new TestFleet(journal.memory(), journal), log.subList(cut, log.size())));

        // then
        assertThat(interrupted).isEqualTo(answers(new TestFleet(), log));
    }

    @Property(tries = 100)
    void dryRunsChangeNothingForTheOthers(@ForAll long seed) {
        var log = Logs.log(seed, HOURS);
        var withoutDryRuns = log.stream()
                .filter(event -> !(event instanceof FleetEvent.Requested asked
                        && asked.request().getDryRun()))
                .toList();

        var others = decisions(new TestFleet(), log).stream()
                .filter(decision -> !decision.getDryRun())
                .map(DecisionInvariantsTest::placement)
                .toList();

        assertThat(others)
                .isEqualTo(decisions(new TestFleet(), withoutDryRuns).stream()
                        .map(DecisionInvariantsTest::placement)
                        .toList());
    }

    @Property(tries = 100)
    void cancellingEverythingRestoresAnEmptyLedger(@ForAll long seed) {
        // given
        var fleet = new TestFleet();
        decisions(fleet, Logs.log(seed, HOURS));

        // when
        for (int id = 0; id < Logs.IDS; id++) {
            fleet.answers(Samples.cancel("r" + id));
        }

        // then
        assertThat(fleet.state().placements()).isZero();
        long now = EpochHours.floor(Samples.hour(HOURS - 1));
        for (long hour = now; hour < now + 2 * Samples.HORIZON; hour++) {
            for (var region : Logs.REGIONS) {
                assertThat(fleet.state().ledger().committedMw(region, hour)).isZero();
            }
        }
    }

    @Property(tries = 100)
    void theOrderOfRegionsDoesNotMatter(@ForAll long seed) {
        var log = Logs.log(seed, HOURS);
        var shuffled = log.stream().map(event -> shuffled(event, seed)).toList();

        assertThat(answers(new TestFleet(), shuffled)).isEqualTo(answers(new TestFleet(), log));
    }

    private static FleetEvent shuffled(FleetEvent event, long seed) {
        if (event instanceof FleetEvent.ProfilePublished published) {
            var regions = new ArrayList<>(published.profile().getRegions());
            Collections.shuffle(regions, new Random(seed));
            return new FleetEvent.ProfilePublished(Samples.profile(regions));
        }
        return event;
    }

    /** The two rules, from the record alone and as the contract states them. */
    private static boolean holds(EvidenceHour hour, SchedulingDecision decision) {
        var evidence = decision.getEvidence();
        double bound = hour.getUpperOneSidedC()
                + evidence.getHeatCouplingC()
                        * (hour.getCommittedMw() + decision.getPowerMw() - evidence.getFlexibleLoadMwAtIssue())
                        / evidence.getCapacityMw();
        assertThat(hour.getBoundC()).isCloseTo(bound, within(1e-9));
        return hour.getBoundC() <= evidence.getLimitC()
                && hour.getItLoadUpperMw() + hour.getCommittedMw() + decision.getPowerMw()
                        <= evidence.getCapacityMw() + 1e-9;
    }

    private static String placement(SchedulingDecision decision) {
        return decision.getRequestId() + decision.getAction() + decision.getVerdict() + decision.getPlacement();
    }

    private static List<SchedulingDecision> decisions(long seed) {
        return decisions(new TestFleet(), Logs.log(seed, HOURS));
    }

    private static List<SchedulingDecision> decisions(TestFleet fleet, List<FleetEvent> log) {
        return answers(fleet, log).stream()
                .filter(FleetAnswer.Decided.class::isInstance)
                .map(answer -> ((FleetAnswer.Decided) answer).decision())
                .toList();
    }

    private static List<FleetAnswer> answers(TestFleet fleet, List<FleetEvent> log) {
        var answers = new ArrayList<FleetAnswer>();
        log.forEach(event -> answers.addAll(fleet.on(event)));
        return answers;
    }
}
