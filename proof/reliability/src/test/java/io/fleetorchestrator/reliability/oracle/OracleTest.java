package io.fleetorchestrator.reliability.oracle;

import static org.assertj.core.api.BDDAssertions.then;

import io.fleetorchestrator.core.fleet.TestFleet;
import io.fleetorchestrator.reliability.oracle.ExpectedOutcomes.Acknowledged;
import io.fleetorchestrator.reliability.oracle.ExpectedOutcomes.Window;
import io.fleetorchestrator.schemas.contract.HourlyFeatures;
import io.fleetorchestrator.schemas.contract.RequestAction;
import io.fleetorchestrator.schemas.contract.SchedulingDecision;
import io.fleetorchestrator.schemas.contract.TelemetryReading;
import io.fleetorchestrator.schemas.contract.Verdict;
import io.fleetorchestrator.schemas.contract.WorkloadRequest;
import io.fleetorchestrator.testing.samples.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** An oracle that finds nothing proves nothing, so planted errors must be found at any position. */
class OracleTest {

    private static final int REQUESTS = 60;
    private static final int POISONS = 10;
    private static final Instant NOON = Instant.parse("2026-07-01T12:00:00Z");

    private final List<WorkloadRequest> asked = new ArrayList<>();
    private final List<SchedulingDecision> decisions = new ArrayList<>();
    private final List<String> letters = new ArrayList<>();
    private Window window = Window.ANY;

    @Test
    void findsNothingInACorrectLog() {
        decide();

        then(findings().clean()).isTrue();
    }

    @Property(tries = 60)
    void findsALoss(@ForAll @IntRange(max = REQUESTS - 1) int at) {
        decide();

        decisions.remove(at);

        then(findings().lost()).hasSize(1);
    }

    @Property(tries = 60)
    void findsADuplicate(@ForAll @IntRange(max = REQUESTS - 1) int at) {
        decide();

        decisions.add(decisions.get(at));

        then(findings().duplicated()).hasSize(1);
    }

    @Property(tries = 60)
    void findsAnOvercommitment(@ForAll @IntRange(max = REQUESTS - 1) int at) {
        // given
        decide();
        var approved = decisions.stream()
                .filter(decision ->
                        decision.getVerdict() == Verdict.APPROVED && decision.getAction() == RequestAction.SUBMIT)
                .toList();

        // when as much is approved as an empty region can hold
        var planted = SchedulingDecision.newBuilder(approved.get(at % approved.size()))
                .setRequestId("planted")
                .build();
        planted.setPowerMw(planted.getEvidence().getCapacityMw());
        decisions.add(planted);

        // then
        then(findings().violations()).isNotEmpty();
    }

    @Test
    void findsAnHourThatIsLostRepeatedOrWrong() {
        var readings = IntStream.range(0, 36)
                .mapToObj(minute -> reading(NOON.plus(Duration.ofMinutes(5L * minute)), minute))
                .toList();
        var first = hour(NOON, 12, 5.5);
        var second = hour(NOON.plus(Duration.ofHours(1)), 12, 17.5);
        var end = NOON.plus(Duration.ofHours(2));

        then(HourRecount.audit(readings, List.of(first, second), end).clean()).isTrue();
        then(HourRecount.audit(readings, List.of(first), end).lost()).hasSize(1);
        then(HourRecount.audit(readings, List.of(first, second, second), end).duplicated())
                .hasSize(1);
        then(HourRecount.audit(readings, List.of(first, hour(second.getHourStart(), 12, 17.6)), end)
                        .violations())
                .hasSize(1);
        then(HourRecount.audit(readings, List.of(first, hour(second.getHourStart(), 11, 17.5)), end)
                        .violations())
                .hasSize(1);
    }

    @Test
    void findsNothingInACampaignWithEveryRecordAnsweredOrDeadLettered() {
        decide();

        then(campaign().clean()).isTrue();
    }

    @Property(tries = 60)
    void findsWhatACampaignLost(@ForAll @IntRange(max = REQUESTS + POISONS - 1) int at) {
        decide();
        lose(at);

        then(campaign().lost()).hasSize(1);
        then(campaign().duplicated()).isEmpty();
    }

    @Property(tries = 60)
    void findsWhatACampaignAnsweredTwice(@ForAll @IntRange(max = REQUESTS - 1) int at) {
        decide();

        decisions.add(decisions.get(at));

        then(campaign().duplicated()).hasSize(1);
        then(campaign().lost()).isEmpty();
    }

    @Property(tries = 60)
    void findsWhatACampaignBothDecidedAndPutAside(@ForAll @IntRange(max = REQUESTS - 1) int at) {
        decide();

        letters.add(origin(at));

        then(campaign().duplicated()).hasSize(1);
    }

    /** Dead letters are published at least once. */
    @Test
    void countsRepeatedDeadLettersOnce() {
        decide();

        letters.addAll(List.copyOf(letters));

        then(campaign().clean()).isTrue();
    }

    @Property(tries = 60)
    void findsAPlacementOutsideOfWhatWasAskedFor(@ForAll @IntRange(max = REQUESTS - 1) int at) {
        // given
        decide();
        window = new Window(NOON.toEpochMilli(), Samples.hour(Samples.HORIZON).toEpochMilli());
        then(campaign().clean()).isTrue();

        // when
        var approved = decisions.stream()
                .filter(decision ->
                        decision.getVerdict() == Verdict.APPROVED && decision.getAction() == RequestAction.SUBMIT)
                .toList();
        var moved = approved.get(at % approved.size()).getPlacement();
        moved.setStartsAt(moved.getStartsAt().minus(Duration.ofDays(1)));

        // then
        then(campaign().violations()).hasSize(1);
    }

    /** Every request with a name of its own, and poison records that are dead-lettered. */
    private Findings campaign() {
        var outcomes = new ExpectedOutcomes();
        for (var decision : decisions) {
            outcomes.decided(name(decision.getAction(), decision.getRequestId()), decision);
        }
        letters.forEach(outcomes::deadLettered);
        var acknowledged = new ArrayList<Acknowledged>();
        for (int at = 0; at < REQUESTS; at++) {
            var request = asked.get(at);
            acknowledged.add(
                    new Acknowledged(name(request.getAction(), request.getRequestId()), origin(at), true, window));
        }
        for (int poison = 0; poison < POISONS; poison++) {
            acknowledged.add(new Acknowledged("poison-" + poison, origin(REQUESTS + poison), false, Window.ANY));
        }
        return outcomes.audit(acknowledged);
    }

    private void lose(int at) {
        if (at < REQUESTS) {
            decisions.remove(at);
        } else {
            letters.remove(at - REQUESTS);
        }
    }

    private static String name(RequestAction action, String requestId) {
        return action + " " + requestId;
    }

    private static String origin(int offset) {
        return "requests-0/" + offset;
    }

    /** Ten megawatts at a time, until the region is full, and every fourth is cancelled. */
    private void decide() {
        asked.clear();
        decisions.clear();
        letters.clear();
        IntStream.range(REQUESTS, REQUESTS + POISONS).forEach(offset -> letters.add(origin(offset)));
        var fleet = TestFleet.of("arizona", "ireland");
        for (int number = 0; number < REQUESTS; number++) {
            var request = number % 4 == 3
                    ? Samples.cancel("r" + (number - 1))
                    : Samples.request("r" + number).build();
            asked.add(request);
            decisions.add(fleet.ask(request));
        }
    }

    private Findings findings() {
        return Answers.compare(
                        asked.stream().map(Identity::of).toList(),
                        decisions.stream().map(Identity::of).toList())
                .and(CommittedLoad.audit(decisions));
    }

    private static TelemetryReading reading(Instant at, double temperature) {
        return TelemetryReading.newBuilder()
                .setRegion("arizona")
                .setObservedAt(at)
                .setTemperatureC(temperature)
                .build();
    }

    private static HourlyFeatures hour(Instant start, int readings, double temperature) {
        return HourlyFeatures.newBuilder()
                .setRegion("arizona")
                .setHourStart(start)
                .setReadings(readings)
                .setTemperatureC(temperature)
                .build();
    }
}
