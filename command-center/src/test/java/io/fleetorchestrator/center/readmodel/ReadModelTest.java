package io.fleetorchestrator.center.readmodel;

import static io.fleetorchestrator.center.Records.REGIONS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.fleetorchestrator.center.Records;
import io.fleetorchestrator.core.fleet.RequestKey;
import io.fleetorchestrator.core.fleet.RequestKind;
import io.fleetorchestrator.schemas.contract.FleetProfile;
import io.fleetorchestrator.schemas.contract.Placement;
import io.fleetorchestrator.schemas.contract.Reason;
import io.fleetorchestrator.schemas.contract.ReasonCode;
import io.fleetorchestrator.schemas.contract.RegionProfile;
import io.fleetorchestrator.schemas.contract.SchedulingDecision;
import io.fleetorchestrator.schemas.contract.WorkloadRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReadModelTest {

    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");
    private static final String REGION = "arizona";

    private static final int DECISIONS = 100;

    private final ReadModel model = new ReadModel(new ReadModelRetention(Duration.ofDays(2), DECISIONS, 10));
    private long arrived;

    @Test
    void keepsNoMoreHoursForecastsDecisionsAndAdvisoriesThanItsLimits() {
        for (int hour = 0; hour < 1_000; hour++) {
            var at = hour(hour);
            model.put(Records.hour(REGION, at));
            model.put(Records.forecast(REGION, at));
            model.put(Records.advisory(at));
            put(blocked("r" + hour, at));
        }

        assertThat(model.size()).isEqualTo(new Size(1, 49, 49, 100, 10));
    }

    @Test
    void staysWithinItsBoundsWithTwoHundredRegions() {
        for (var region : Records.regions(200)) {
            for (int hour = 0; hour < 60; hour++) {
                model.put(Records.hour(region, hour(hour)));
            }
        }

        assertThat(model.regions()).hasSize(200);
        assertThat(model.size().hours()).isEqualTo(200 * 49);
    }

    @Test
    void isTheSameAfterReadingTheTopicsAgain() {
        for (int reading = 0; reading < 2; reading++) {
            model.put(Records.profile(REGIONS, NOON));
            for (int hour = 0; hour < 30; hour++) {
                model.put(Records.hour(REGION, hour(hour)));
                model.put(Records.forecast(REGION, hour(hour)));
                model.put(decision("r" + hour, hour(hour)), new Arrival(0, hour, hour(hour)));
            }
        }

        assertThat(model.size()).isEqualTo(new Size(1, 30, 30, 30, 0));
        assertThat(model.regions()).containsExactlyElementsOf(REGIONS);
    }

    @Test
    void findsTheForecastAtAnyInstant() {
        model.put(Records.forecast(REGION, hour(0)));
        model.put(Records.forecast(REGION, hour(3)));

        assertThat(model.forecastAt(REGION, hour(2)).map(CachedForecast::issuedAt))
                .contains(hour(0));
        assertThat(model.forecastAt(REGION, Instant.MAX).map(CachedForecast::issuedAt))
                .contains(hour(3));
        assertThat(model.forecastAt(REGION, hour(-1))).isEmpty();
    }

    @Test
    void keepsALateForecastThatIsNotTheNewest() {
        model.put(Records.forecast(REGION, hour(3)));
        model.put(Records.forecast(REGION, hour(0)));

        assertThat(model.newestForecast(REGION).orElseThrow().getIssuedAt()).isEqualTo(hour(3));
    }

    @Test
    void keepsTheFirstDecisionIfItsIdIsUsedAgainInTheSameMinute() {
        var first = decision("twice", NOON);
        var refusal = Records.reused(request("twice", NOON), NOON);

        put(first);
        put(refusal);

        assertThat(model.answerTo(RequestKey.of(first))).contains(first);
        assertThat(newest()).containsExactly(refusal, first);
        assertThat(model.placed()).containsExactly(first);
    }

    @Test
    void hasNoAnswerForARefusedReuseOfAnId() {
        put(Records.reused(request("twice", NOON), NOON));

        assertThat(model.answersTo("twice", RequestKind.SUBMIT)).isEmpty();
    }

    @Test
    void keepsTheAnswersOfEachFleetAndKindApart() {
        var placed = decision("same", NOON);
        var elsewhere = copy(placed).setFleet("other").build();
        var trial = copy(placed).setDryRun(true).build();
        put(placed);
        put(elsewhere);
        put(trial);

        put(Records.givenBack(elsewhere, hour(1)));

        assertThat(model.answersTo("same", RequestKind.SUBMIT)).containsExactly(placed, elsewhere);
        assertThat(model.answersTo("same", RequestKind.DRY_RUN)).containsExactly(trial);
        assertThat(model.placed()).containsExactly(placed);
    }

    @Test
    void forgetsReleasedPlacementsAndDryRuns() {
        var placed = decision("placed", NOON);
        put(placed);
        put(decision("back", NOON));
        put(Records.givenBack(decision("back", NOON), hour(1)));
        put(copy(decision("trial", NOON)).setDryRun(true).build());

        assertThat(model.placed()).containsExactly(placed);
    }

    @Test
    void keepsPlacementsWhenManyDecisionsFollow() {
        var placed = decision("placed", NOON);
        put(placed);

        blockOthers(1_000);

        assertThat(model.answerTo(RequestKey.of(placed))).contains(placed);
        assertThat(model.placed()).containsExactly(placed);
        assertThat(model.size().decisions()).isEqualTo(DECISIONS + 1);
    }

    @Test
    void evictsPlacementsThatHaveEndedOrWereReleased() {
        var over = decision("over", NOON);
        var back = decision("back", NOON);
        put(over);
        put(back);

        put(Records.givenBack(back, hour(1)));
        model.put(Records.forecast("ireland", hour(10)));
        blockOthers(DECISIONS);

        assertThat(model.size().decisions()).isEqualTo(DECISIONS);
        assertThat(model.answerTo(RequestKey.of(over))).isEmpty();
        assertThat(model.answerTo(RequestKey.of(back))).isEmpty();
    }

    @Test
    void evictsTheOldestByArrivalNotByTheirTimes() {
        for (int at = 0; at < DECISIONS; at++) {
            put(blocked("ahead" + at, Instant.ofEpochMilli(Long.MAX_VALUE)));
        }

        var latest = blocked("latest", NOON);
        put(latest);

        assertThat(model.answerTo(RequestKey.of(latest))).contains(latest);
        assertThat(model.size().decisions()).isEqualTo(DECISIONS);
    }

    @Test
    void ordersADecisionFromTheFarFutureByItsPublication() {
        var ahead = blocked("ahead", Instant.ofEpochMilli(Long.MAX_VALUE));
        var later = blocked("later", hour(1));

        put(ahead);
        put(later);

        assertThat(newest()).containsExactly(later, ahead);
    }

    @Test
    void shortensLongTextsAndLists() {
        var reasons = Collections.nCopies(
                10_000,
                Reason.newBuilder()
                        .setCode(ReasonCode.UNKNOWN)
                        .setText("t".repeat(10_000))
                        .build());
        put(copy(blocked("long", NOON))
                .setName("n".repeat(400_000))
                .setHomeRegion("h".repeat(400_000))
                .setReasons(reasons)
                .build());

        assertThat(newest())
                .singleElement()
                .satisfies(kept -> assertThat(kept.toString().length()).isLessThan(100_000));
    }

    @Test
    void rejectsInvalidRecordsAndKeepsTheLastValidProfile() {
        var good = Records.profile(REGIONS, NOON);
        model.put(good);
        var bad = FleetProfile.newBuilder(good)
                .setRegions(List.of(RegionProfile.newBuilder(good.getRegions().get(0))
                        .setCapacityMw(Double.NaN)
                        .build()))
                .build();

        assertThatIllegalArgumentException().isThrownBy(() -> model.put(bad));
        assertThatIllegalArgumentException().isThrownBy(() -> put(decision("i".repeat(10_000), NOON)));
        assertThatIllegalArgumentException().isThrownBy(() -> model.put(Records.hour("", NOON)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> model.put(Records.hour(REGION, Instant.ofEpochMilli(Long.MAX_VALUE))));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> model.put(Records.forecast(REGION, Instant.parse("2999-01-01T00:00:00Z"))));
        assertThat(model.profiles()).containsExactly(good);
        assertThat(model.size()).isEqualTo(new Size(0, 0, 0, 0, 0));
    }

    @Test
    void countsNoImpossiblePlacement() {
        var placement =
                new Placement(REGION, Instant.ofEpochMilli(Long.MIN_VALUE), Instant.ofEpochMilli(Long.MAX_VALUE));
        var absurd = copy(decision("absurd", NOON)).setPlacement(placement).build();
        var infinite = copy(decision("infinite", NOON))
                .setPowerMw(Double.POSITIVE_INFINITY)
                .build();
        put(absurd);
        put(infinite);

        assertThat(model.placed()).isEmpty();
        assertThat(newest()).containsExactly(infinite, absurd);
    }

    private void blockOthers(int count) {
        for (int at = 0; at < count; at++) {
            put(blocked("other" + at, hour(at)));
        }
    }

    private void put(SchedulingDecision decision) {
        var at = decision.getDecidedAt();
        model.put(decision, new Arrival(0, arrived++, at.isAfter(hour(10_000)) ? NOON : at));
    }

    private List<SchedulingDecision> newest() {
        return model.decisions(Optional.empty(), decision -> true, 100).stream()
                .map(CachedDecision::decision)
                .toList();
    }

    private static SchedulingDecision.Builder copy(SchedulingDecision decision) {
        return SchedulingDecision.newBuilder(decision);
    }

    private static SchedulingDecision blocked(String id, Instant at) {
        return Records.answer(
                WorkloadRequest.newBuilder(request(id, at)).setPowerMw(60).build(), at);
    }

    private static SchedulingDecision decision(String id, Instant at) {
        return Records.answer(request(id, at), at);
    }

    private static WorkloadRequest request(String id, Instant at) {
        return WorkloadRequest.newBuilder()
                .setRequestId(id)
                .setFleet(Records.FLEET)
                .setSubmittedAt(at)
                .setHomeRegion(REGION)
                .setPowerMw(5.0)
                .setDurationHours(2)
                .build();
    }

    private static Instant hour(int hour) {
        return NOON.plus(Duration.ofHours(hour));
    }
}
