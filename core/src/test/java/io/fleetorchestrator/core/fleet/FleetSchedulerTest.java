package io.fleetorchestrator.core.fleet;

import static io.fleetorchestrator.testing.samples.Samples.ISSUED;
import static io.fleetorchestrator.testing.samples.Samples.cancel;
import static io.fleetorchestrator.testing.samples.Samples.forecast;
import static io.fleetorchestrator.testing.samples.Samples.hour;
import static io.fleetorchestrator.testing.samples.Samples.profile;
import static io.fleetorchestrator.testing.samples.Samples.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fleetorchestrator.schemas.contract.AdvisoryKind;
import io.fleetorchestrator.schemas.contract.CurvePoint;
import io.fleetorchestrator.schemas.contract.Reason;
import io.fleetorchestrator.schemas.contract.ReasonCode;
import io.fleetorchestrator.schemas.contract.RegionForecast;
import io.fleetorchestrator.schemas.contract.RequestAction;
import io.fleetorchestrator.schemas.contract.RiskLevel;
import io.fleetorchestrator.schemas.contract.Signal;
import io.fleetorchestrator.schemas.contract.Verdict;
import io.fleetorchestrator.testing.samples.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class FleetSchedulerTest {

    @Test
    void approvesTheCleanestRegionAndTellsWhatWasSaved() {
        var fleet = new TestFleet()
                .with(profile("arizona", "ireland"))
                .with(forecast(
                        "arizona",
                        ISSUED,
                        FleetSchedulerTest::mild,
                        FleetSchedulerTest::half,
                        FleetSchedulerTest::dirty))
                .with(forecast("ireland"));

        var decision = fleet.ask(request("a").setHomeRegion("arizona"));

        assertThat(decision.getVerdict()).isEqualTo(Verdict.APPROVED);
        assertThat(decision.getPlacement().getRegion()).isEqualTo("ireland");
        assertThat(decision.getPlacement().getStartsAt()).isEqualTo(hour(1));
        assertThat(decision.getPlacement().getEndsAt()).isEqualTo(hour(5));
        assertThat(decision.getRiskLevel()).isEqualTo(RiskLevel.LOW);
        // 10 MW for 4 h: 40 MWh at 300 g/kWh instead of 600
        assertThat(decision.getFootprint().getEnergyMwh()).isCloseTo(40, within(1e-9));
        assertThat(decision.getCarbonSavedKg()).isCloseTo(12_000, within(1e-6));
        assertThat(decision.getWaterSavedL()).isCloseTo(0, within(1e-6));
        assertThat(decision.getDecidedAt()).isEqualTo(ISSUED.plus(Duration.ofMinutes(12)));
    }

    @Test
    void startsNoEarlierThanTheNextFullHour() {
        var fleet = TestFleet.of("arizona");

        var now = fleet.ask(request("a").setSubmittedAt(hour(1)));
        var later = fleet.ask(request("b").setSubmittedAt(hour(1).plusMillis(1)));

        assertThat(now.getPlacement().getStartsAt()).isEqualTo(hour(1));
        assertThat(later.getPlacement().getStartsAt()).isEqualTo(hour(2));
    }

    @Test
    void movesWorkOutOfTheHeatOfTheDay() {
        var fleet = new TestFleet()
                .with(profile("arizona"))
                .with(forecast(
                        "arizona",
                        ISSUED,
                        hour -> hour < 8 ? 36 : 30,
                        FleetSchedulerTest::half,
                        FleetSchedulerTest::dirty));

        assertThat(fleet.ask(request("a")).getPlacement().getStartsAt()).isEqualTo(hour(8));
    }

    @Test
    void countsTheHeatOfWhatItPlacedBefore() {
        // given 1 °C of room, and 5 °C for the full capacity: 20 MW
        var fleet = new TestFleet()
                .with(profile("arizona"))
                .with(forecast("arizona", ISSUED, hour -> 34, FleetSchedulerTest::half, FleetSchedulerTest::dirty));
        var asked = request("a").setEarliestStart(hour(1)).setDeadline(hour(5));

        // when
        var first = fleet.ask(asked.setRequestId("a"));
        var second = fleet.ask(asked.setRequestId("b"));
        var third = fleet.ask(asked.setRequestId("c"));

        // then a bound exactly at the limit is still within it
        assertThat(first.getVerdict()).isEqualTo(Verdict.APPROVED);
        assertThat(second.getVerdict()).isEqualTo(Verdict.APPROVED);
        assertThat(second.getEvidence().getBindingMarginC()).isEqualTo(0);
        assertThat(second.getEvidence().getHours().get(0).getCommittedMw()).isEqualTo(10);
        assertThat(third.getVerdict()).isEqualTo(Verdict.BLOCKED);
        assertThat(third.getCounterOffer().getPlacement().getStartsAt()).isEqualTo(hour(5));
    }

    @Test
    void doesNotCountHeatTwiceThatTheForecastSaw() {
        // given 20 MW that run for the first four hours of the forecast
        var fleet = TestFleet.of("arizona");
        fleet.ask(request("running").setPowerMw(20).setDeadline(hour(5)));

        // when
        fleet.forecast(seen(20, hour(3)));
        var decision = fleet.ask(request("a").setEarliestStart(hour(5)));

        // then
        assertThat(decision.getEvidence().getBindingBoundC()).isCloseTo(34.9 - 5 * 0.1, within(1e-9));
        assertThat(decision.getEvidence().getFlexibleLoadMwAtIssue()).isEqualTo(20);
    }

    @Test
    void takesNoMoreHeatOffThanOfTheLoadThatItPlacedItself() {
        // given 20 MW that run, and telemetry that counts kilowatts
        var fleet = TestFleet.of("arizona");
        fleet.ask(request("running").setPowerMw(20).setDeadline(hour(5)));

        // when
        fleet.forecast(seen(9_000, hour(3)));
        var decision = fleet.ask(request("a").setEarliestStart(hour(5)));

        // then
        assertThat(decision.getEvidence().getFlexibleLoadMwAtIssue()).isEqualTo(20);
        assertThat(decision.getEvidence().getBindingBoundC()).isCloseTo(34.9 - 5 * 0.1, within(1e-9));
    }

    @Test
    void takesTheHeatOffOfWhatRanUntilItWasCancelled() {
        // given 20 MW that ran for two hours
        var fleet = TestFleet.of("arizona");
        fleet.ask(request("running").setPowerMw(20).setDeadline(hour(5)));
        fleet.forecast(seen(20, hour(3)));

        // when
        var cancelled = fleet.ask(cancel("running"));
        var decision = fleet.ask(request("a").setEarliestStart(hour(5)));

        // then
        assertThat(cancelled.getPlacement().getStartsAt()).isEqualTo(hour(3));
        assertThat(decision.getEvidence().getBindingBoundC()).isCloseTo(34.9 - 5 * 0.1, within(1e-9));
    }

    @Test
    void answersTheSameRequestOnce() {
        var fleet = TestFleet.of("arizona");
        fleet.ask(request("a"));

        var retried = fleet.answers(
                request("a").setSubmittedAt(ISSUED.plus(Duration.ofMinutes(40))).build());

        assertThat(retried).isEmpty();
        assertThat(fleet.state().ledger().committedMw("arizona", firstHour())).isEqualTo(10);
    }

    @Test
    void answersAReuseOfAnIdOnceToo() {
        var fleet = TestFleet.of("arizona");
        fleet.ask(request("a"));
        fleet.ask(request("a").setPowerMw(11));

        assertThat(fleet.answers(request("a").setPowerMw(11).build())).isEmpty();
        assertThat(fleet.answers(request("a").build())).isEmpty();
        assertThat(fleet.answers(request("a").setPowerMw(12).build())).hasSize(1);
    }

    @Test
    void givesBackWhatIsCancelled() {
        var fleet = TestFleet.of("arizona");
        fleet.ask(request("a"));

        var decision = fleet.ask(cancel("a"));

        assertThat(decision.getVerdict()).isEqualTo(Verdict.APPROVED);
        assertThat(decision.getAction()).isEqualTo(RequestAction.CANCEL);
        assertThat(decision.getPowerMw()).isEqualTo(10);
        assertThat(decision.getPlacement().getStartsAt()).isEqualTo(hour(1));
        assertThat(fleet.state().ledger().size()).isZero();
        assertThat(fleet.answers(cancel("a"))).isEmpty();
    }

    @Test
    void givesBackOnlyTheHoursThatHaveNotPassed() {
        var fleet = TestFleet.of("arizona");
        fleet.ask(request("a"));
        fleet.forecast(forecast(
                "arizona", hour(3), FleetSchedulerTest::mild, FleetSchedulerTest::half, FleetSchedulerTest::dirty));

        var decision = fleet.ask(cancel("a"));

        assertThat(decision.getPlacement().getStartsAt()).isEqualTo(hour(3));
        assertThat(decision.getPlacement().getEndsAt()).isEqualTo(hour(5));
    }

    @Test
    void hasNothingToCancelWithoutAPlacement() {
        var fleet = TestFleet.of("arizona");

        var early = fleet.ask(cancel("a"));
        fleet.ask(request("a"));
        var late = fleet.ask(cancel("a"));

        assertThat(early.getReasons().get(0).getText()).contains("'a'", "no placement to cancel");
        assertThat(late.getVerdict()).isEqualTo(Verdict.APPROVED);
    }

    @Test
    void dryRunsReserveNothingAndLeaveTheIdFree() {
        var fleet = TestFleet.of("arizona");

        var tried = fleet.ask(request("a").setDryRun(true));
        var placed = fleet.ask(request("a"));

        assertThat(tried.getDryRun()).isTrue();
        assertThat(tried.getPlacement()).isEqualTo(placed.getPlacement());
        assertThat(tried.getEvidence()).isEqualTo(placed.getEvidence());
        assertThat(fleet.state().placements()).isEqualTo(1);
    }

    @Test
    void releasesWorkloadsWhoseHoursHavePassed() {
        var fleet = TestFleet.of("arizona");
        fleet.ask(request("a"));

        fleet.forecast(forecast(
                "arizona", hour(4), FleetSchedulerTest::mild, FleetSchedulerTest::half, FleetSchedulerTest::dirty));
        assertThat(fleet.state().placements()).isEqualTo(1);
        fleet.forecast(forecast(
                "arizona", hour(5), FleetSchedulerTest::mild, FleetSchedulerTest::half, FleetSchedulerTest::dirty));

        assertThat(fleet.state().placements()).isZero();
        assertThat(fleet.ask(cancel("a")).getVerdict()).isEqualTo(Verdict.BLOCKED);

        fleet.forecast(forecast(
                "arizona",
                hour(5 + FleetState.PASSED_HOURS_KEPT),
                FleetSchedulerTest::mild,
                FleetSchedulerTest::half,
                FleetSchedulerTest::dirty));
        assertThat(fleet.state().ledger().size()).isZero();
    }

    @Test
    void forgetsAnswersAfterAWeek() {
        var fleet = TestFleet.of("arizona");
        fleet.ask(request("a"));

        fleet.forecast(forecast(
                "arizona",
                hour(7 * 24),
                FleetSchedulerTest::mild,
                FleetSchedulerTest::half,
                FleetSchedulerTest::dirty));
        assertThat(fleet.state().answered()).isEqualTo(1);
        fleet.forecast(forecast(
                "arizona",
                hour(7 * 24 + 1),
                FleetSchedulerTest::mild,
                FleetSchedulerTest::half,
                FleetSchedulerTest::dirty));

        assertThat(fleet.state().answered()).isZero();
    }

    @Test
    void advisesOnceWhenAPlacementBecomesUnsafeAndOnceWhenItRecovers() {
        var fleet = TestFleet.of("arizona", "ireland");
        fleet.ask(request("a").setEarliestStart(hour(6)));

        // when it gets hot, stays hot, and cools down again
        var hot = fleet.forecast(
                forecast("arizona", hour(1), hour -> 36, FleetSchedulerTest::half, FleetSchedulerTest::dirty));
        var stillHot = fleet.forecast(
                forecast("arizona", hour(2), hour -> 37, FleetSchedulerTest::half, FleetSchedulerTest::dirty));
        fleet.forecast(forecast(
                "ireland", hour(3), FleetSchedulerTest::mild, FleetSchedulerTest::half, FleetSchedulerTest::dirty));
        var cool = fleet.forecast(forecast(
                "arizona", hour(3), FleetSchedulerTest::mild, FleetSchedulerTest::half, FleetSchedulerTest::dirty));
        var stillCool = fleet.forecast(forecast(
                "arizona", hour(4), FleetSchedulerTest::mild, FleetSchedulerTest::half, FleetSchedulerTest::dirty));

        // then
        assertThat(hot).singleElement().satisfies(advisory -> {
            assertThat(advisory.getKind()).isEqualTo(AdvisoryKind.AT_RISK);
            assertThat(advisory.getSignal()).isEqualTo(Signal.TEMPERATURE);
            assertThat(advisory.getValue()).isCloseTo(36.5, within(1e-9));
            assertThat(advisory.getThreshold()).isEqualTo(35);
            assertThat(advisory.getAlternative().getRegion()).isEqualTo("ireland");
            assertThat(advisory.getText()).contains("36.50 °C", "35.00 °C", "ireland");
        });
        assertThat(stillHot).isEmpty();
        assertThat(cool)
                .singleElement()
                .satisfies(advisory -> assertThat(advisory.getKind()).isEqualTo(AdvisoryKind.RECOVERED));
        assertThat(stillCool).isEmpty();
        assertThat(fleet.state().ledger().committedMw("arizona", firstHour() + 6))
                .isEqualTo(10);
    }

    @Test
    void warnsWhenOtherLoadTakesTheCapacity() {
        var fleet = TestFleet.of("arizona");
        fleet.ask(request("a"));

        var advisories = fleet.forecast(
                forecast("arizona", hour(1), FleetSchedulerTest::mild, hour -> 95, FleetSchedulerTest::dirty));

        assertThat(advisories).singleElement().satisfies(advisory -> {
            assertThat(advisory.getSignal()).isEqualTo(Signal.IT_LOAD);
            assertThat(advisory.getValue()).isEqualTo(105);
            assertThat(advisory.getAlternative()).isNull();
        });
    }

    @Test
    void oneRequestFromTheFutureDoesNotMoveTheFleetThere() {
        var fleet = TestFleet.of("arizona");

        var lost = fleet.ask(request("a").setSubmittedAt(Instant.parse("2099-01-01T00:00:00Z")));
        var next = fleet.ask(request("b"));

        assertThat(lost.getVerdict()).isEqualTo(Verdict.BLOCKED);
        assertThat(next.getVerdict()).isEqualTo(Verdict.APPROVED);
    }

    @Test
    void noNumberOfRequestsFromTheFutureChangesAnythingForTheOthers() {
        // given an answer, and more requests from the future than once it took to forget it
        var fleet = TestFleet.of("arizona");
        fleet.ask(request("a"));
        for (int count = 0; count < 2_100; count++) {
            fleet.ask(request("future" + count).setSubmittedAt(Instant.parse("2036-01-01T00:00:00Z")));
        }

        // when
        fleet.forecast(forecast(
                "arizona", hour(1), FleetSchedulerTest::mild, FleetSchedulerTest::half, FleetSchedulerTest::dirty));

        // then
        assertThat(fleet.answers(request("a").build())).isEmpty();
        assertThat(fleet.ask(cancel("a")).getVerdict()).isEqualTo(Verdict.APPROVED);
        assertThat(fleet.ask(request("b").setSubmittedAt(hour(1))).getVerdict()).isEqualTo(Verdict.APPROVED);
    }

    @Test
    void judgesARequestByItsOwnTimeWhileTelemetryIsSilent() {
        var fleet = TestFleet.of("arizona");

        var late = fleet.ask(request("a").setSubmittedAt(hour(3)));

        assertThat(late.getReasons()).extracting(Reason::getCode).containsExactly(ReasonCode.FORECAST_STALE);
        assertThat(late.getDecidedAt()).isEqualTo(hour(3));
    }

    @Test
    void stampsNoDecisionLaterThanItsRequestWasPublishedNorEarlierThanWhatTheFleetKnows() {
        var fleet = TestFleet.of("arizona");
        var published = ISSUED.plus(Duration.ofMinutes(30));

        var ahead = fleet.answers(
                request("ahead")
                        .setSubmittedAt(Instant.ofEpochMilli(Long.MAX_VALUE))
                        .build(),
                published);
        var behind = fleet.answers(
                request("behind")
                        .setSubmittedAt(Instant.ofEpochMilli(Long.MIN_VALUE))
                        .build(),
                published);

        assertThat(ahead).singleElement().satisfies(decision -> {
            assertThat(decision.getReasons().get(0).getText()).contains("submittedAt");
            assertThat(decision.getDecidedAt()).isEqualTo(published);
        });
        assertThat(behind)
                .singleElement()
                .satisfies(decision -> assertThat(decision.getDecidedAt()).isEqualTo(ISSUED));
    }

    @Test
    void remembersWhatItAnsweredBeforeItsFirstForecast() {
        var fleet = new TestFleet().with(profile("arizona"));
        assertThat(fleet.ask(request("a")).getVerdict()).isEqualTo(Verdict.BLOCKED);

        fleet.forecast(forecast("arizona"));

        assertThat(fleet.answers(request("a").build())).isEmpty();
    }

    @Test
    void aRefusedCancellationDoesNotStandInTheWayOfTheNextOne() {
        // given a placement that a clock two days ahead believes to be over
        var fleet = TestFleet.of("arizona");
        fleet.ask(request("a"));
        var wrong = cancel("a");
        wrong.setDryRun(true);
        assertThat(fleet.ask(wrong).getVerdict()).isEqualTo(Verdict.BLOCKED);

        // when
        var ahead = cancel("a");
        ahead.setSubmittedAt(hour(48));
        var decision = fleet.ask(ahead);

        // then
        assertThat(decision.getVerdict()).isEqualTo(Verdict.APPROVED);
        assertThat(decision.getPlacement().getStartsAt()).isEqualTo(hour(1));
        assertThat(fleet.state().placements()).isZero();
    }

    @Test
    void ignoresAForecastThatIsOlderThanTheLast() {
        var fleet = TestFleet.of("arizona");

        fleet.forecast(forecast(
                "arizona",
                ISSUED.minus(Duration.ofHours(1)),
                hour -> 40,
                FleetSchedulerTest::half,
                FleetSchedulerTest::dirty));

        assertThat(fleet.ask(request("a")).getVerdict()).isEqualTo(Verdict.APPROVED);
    }

    @Test
    void aFleetThatIsRemovedIsUnknown() {
        var fleet = TestFleet.of("arizona");
        fleet.on(new FleetEvent.ProfileRemoved());

        assertThat(fleet.ask(request("a")).getVerdict()).isEqualTo(Verdict.BLOCKED);
    }

    @Test
    void placesInTheRegionFirstByNameWhenAllIsEqual() {
        var one = TestFleet.of("arizona", "ireland", "wyoming").ask(request("a"));
        var other = TestFleet.of("wyoming", "ireland", "arizona").ask(request("a"));

        assertThat(one.getPlacement().getRegion()).isEqualTo("arizona");
        assertThat(other).isEqualTo(one);
    }

    @Test
    void fallsBackToTheWaterCurveWhereNobodyMeasuresWater() {
        var dry = Samples.region("arizona");
        dry.setWaterByTemperature(List.of(new CurvePoint(20.0, 0.0), new CurvePoint(30.0, 2.0)));
        var forecast = forecast("arizona");
        forecast.getWater().setHours(List.of());

        var decision =
                new TestFleet().with(profile(List.of(dry))).with(forecast).ask(request("a"));

        // 22 °C expected: 0.4 L/kWh for 40 MWh
        assertThat(decision.getFootprint().getWaterL()).isCloseTo(16_000, within(1e-3));
    }

    private static RegionForecast seen(double flexibleMw, Instant issuedAt) {
        var forecast = forecast("arizona", issuedAt, hour -> 34.9, FleetSchedulerTest::half, FleetSchedulerTest::dirty);
        forecast.setFlexibleLoadMwAtIssue(flexibleMw);
        return forecast;
    }

    private static double mild(int hour) {
        return 25;
    }

    private static double half(int hour) {
        return 50;
    }

    private static double dirty(int hour) {
        return 600;
    }

    private static long firstHour() {
        return ISSUED.getEpochSecond() / 3600 + 1;
    }
}
