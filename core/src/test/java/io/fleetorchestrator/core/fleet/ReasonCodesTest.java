package io.fleetorchestrator.core.fleet;

import static io.fleetorchestrator.testing.samples.Samples.ISSUED;
import static io.fleetorchestrator.testing.samples.Samples.forecast;
import static io.fleetorchestrator.testing.samples.Samples.hour;
import static io.fleetorchestrator.testing.samples.Samples.profile;
import static io.fleetorchestrator.testing.samples.Samples.region;
import static io.fleetorchestrator.testing.samples.Samples.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.fleetorchestrator.schemas.contract.ForecastStatus;
import io.fleetorchestrator.schemas.contract.ObjectiveWeights;
import io.fleetorchestrator.schemas.contract.Reason;
import io.fleetorchestrator.schemas.contract.ReasonCode;
import io.fleetorchestrator.schemas.contract.RequestAction;
import io.fleetorchestrator.schemas.contract.SchedulingDecision;
import io.fleetorchestrator.schemas.contract.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReasonCodesTest {

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY, 1e-12, 1e9})
    void refusesAPowerThatCannotBeMeantAndNamesIt(double power) {
        var reason = onlyReason(TestFleet.of("arizona").ask(request("a").setPowerMw(power)));

        assertThat(reason.getCode()).isEqualTo(ReasonCode.INVALID_REQUEST);
        assertThat(reason.getText()).contains("powerMw", Double.toString(power), "greater than 0");
    }

    @Test
    void namesEveryFieldThatCannotBeMeant() {
        var decision = TestFleet.of("arizona")
                .ask(request("a")
                        .setDurationHours(0)
                        .setPowerMw(-3)
                        .setMaxLatencyMs(-1.0)
                        .setWeights(new ObjectiveWeights(1.0, Double.NaN, 1.0, 1.0)));

        assertThat(decision.getVerdict()).isEqualTo(Verdict.BLOCKED);
        assertThat(texts(decision))
                .anyMatch(text -> text.startsWith("powerMw is '-3.0'"))
                .anyMatch(text -> text.startsWith("durationHours is '0'"))
                .anyMatch(text -> text.startsWith("maxLatencyMs is '-1.0'"))
                .anyMatch(text -> text.startsWith("homeRegion is ''"))
                .anyMatch(text -> text.startsWith("weights.water is 'NaN'"))
                .hasSize(5);
    }

    @Test
    void namesBothTheKeyAndTheFleetWhenTheyDiffer() {
        var reason = onlyReason(TestFleet.of("arizona").ask(request("a").setFleet("elsewhere")));

        assertThat(reason.getCode()).isEqualTo(ReasonCode.INVALID_REQUEST);
        assertThat(reason.getText()).contains("elsewhere", "global");
    }

    @Test
    void refusesAnActionThatItDoesNotKnow() {
        var reason = onlyReason(TestFleet.of("arizona").ask(request("a").setAction(RequestAction.UNKNOWN)));

        assertThat(reason.getText()).contains("action is 'UNKNOWN'", "SUBMIT or CANCEL");
    }

    @Test
    void refusesABlankIdAsOftenAsItComes() {
        var fleet = TestFleet.of("arizona");

        assertThat(onlyReason(fleet.ask(request(" "))).getText()).startsWith("requestId is ' '");
        assertThat(fleet.answers(request(" ").build())).hasSize(1);
    }

    @Test
    void refusesAnIdThatWasUsedWithAnotherContent() {
        var fleet = TestFleet.of("arizona");
        fleet.ask(request("a"));

        var reason = onlyReason(fleet.ask(request("a").setPowerMw(11)));

        assertThat(reason.getCode()).isEqualTo(ReasonCode.REQUEST_ID_REUSED);
        assertThat(reason.getText()).contains("'a'", "another request", "id of its own");
    }

    @Test
    void knowsNoFleetWithoutAProfile() {
        var reason = onlyReason(new TestFleet().with(forecast("arizona")).ask(request("a")));

        assertThat(reason.getCode()).isEqualTo(ReasonCode.UNKNOWN_FLEET);
        assertThat(reason.getText()).contains("unknown fleet 'global'", "no profile");
    }

    @Test
    void namesRegionsThatTheFleetDoesNotHave() {
        var decision = TestFleet.of("arizona")
                .ask(request("a").setHomeRegion("moon").setAllowedRegions(List.of("mars", "arizona")));

        assertThat(codes(decision)).containsOnly(ReasonCode.UNKNOWN_REGION);
        assertThat(decision.getReasons()).extracting(Reason::getRegion).containsExactly("mars", "moon");
        assertThat(texts(decision).get(0)).contains("unknown region 'mars'", "has arizona");
    }

    @Test
    void saysSoWhenAFleetHasNoRegionAtAll() {
        var reason = onlyReason(new TestFleet().with(profile()).ask(request("a")));

        assertThat(reason.getCode()).isEqualTo(ReasonCode.UNKNOWN_REGION);
    }

    @Test
    void saysWhichRegionWouldPassIfItWereAllowed() {
        var fleet = new TestFleet()
                .with(profile("arizona", "ireland"))
                .with(forecast("arizona", ISSUED, hour -> 40, hour -> 50, hour -> 300))
                .with(forecast("ireland"));

        var decision = fleet.ask(request("a").setAllowedRegions(List.of("arizona")));

        assertThat(codes(decision))
                .containsExactly(ReasonCode.UPPER_BOUND_EXCEEDS_LIMIT, ReasonCode.REGION_NOT_ALLOWED);
        assertThat(texts(decision).get(1)).contains("ireland would pass", "allows only arizona");
        assertThat(decision.getCounterOffer().getPlacement().getRegion()).isEqualTo("ireland");
    }

    @Test
    void measuresLatencyToTheHomeRegion() {
        var far = region("ireland");
        far.setLatencyMs(Map.of("arizona", 120.0));
        var fleet = new TestFleet()
                .with(profile(List.of(region("arizona"), far)))
                .with(forecast("arizona"))
                .with(forecast("ireland"));

        var reason = onlyReason(
                fleet.ask(request("a")
                        .setHomeRegion("arizona")
                        .setAllowedRegions(List.of("ireland"))
                        .setMaxLatencyMs(80.0)),
                ReasonCode.LATENCY_TOO_HIGH);

        assertThat(reason.getNeeded()).isEqualTo(80);
        assertThat(reason.getAvailable()).isEqualTo(120);
        assertThat(reason.getText()).contains("80.00 ms", "120.00 ms");
    }

    @Test
    void estimatesLatencyFromTheDistanceWhereNobodyMeasured() {
        var ireland = region("ireland");
        ireland.setLatitudeDeg(53.4);
        ireland.setLongitudeDeg(-6.3);
        var arizona = region("arizona");
        arizona.setLatitudeDeg(33.4);
        arizona.setLongitudeDeg(-112.0);
        var fleet = new TestFleet()
                .with(profile(List.of(arizona, ireland)))
                .with(forecast("arizona"))
                .with(forecast("ireland"));

        var reason = onlyReason(
                fleet.ask(request("a")
                        .setHomeRegion("arizona")
                        .setAllowedRegions(List.of("ireland"))
                        .setMaxLatencyMs(50.0)),
                ReasonCode.LATENCY_TOO_HIGH);

        // 7,970 km on the great circle
        assertThat(reason.getAvailable()).isBetween(110.0, 130.0);
    }

    @Test
    void countsTheHoursThatADeadlineLeaves() {
        var reason = onlyReason(TestFleet.of("arizona")
                .ask(request("a").setEarliestStart(hour(3)).setDeadline(hour(6))));

        assertThat(reason.getCode()).isEqualTo(ReasonCode.DEADLINE_TOO_TIGHT);
        assertThat(reason.getNeeded()).isEqualTo(4);
        assertThat(reason.getAvailable()).isEqualTo(3);
        assertThat(reason.getText()).contains("needs 4 h", "there are 3 whole hours");
    }

    @Test
    void doesNotLookBeyondTheHorizon() {
        var reason = onlyReason(TestFleet.of("arizona").ask(request("a").setEarliestStart(hour(21))));

        assertThat(reason.getCode()).isEqualTo(ReasonCode.BEYOND_HORIZON);
        assertThat(reason.getNeeded()).isEqualTo(25);
        assertThat(reason.getAvailable()).isEqualTo(24);
        assertThat(reason.getText()).contains("ends at 2026-07-02T18:00:00Z", "end at 2026-07-02T19:00:00Z");
    }

    @Test
    void needsAForecast() {
        var reason = onlyReason(new TestFleet().with(profile("arizona")).ask(request("a")));

        assertThat(reason.getCode()).isEqualTo(ReasonCode.NO_FORECAST);
        assertThat(reason.getText()).contains("there is no forecast");
    }

    @Test
    void needsAForecastOfEverySignalThatDecides() {
        var forecast = forecast("arizona");
        forecast.getItLoad().setStatus(ForecastStatus.NO_FORECAST);

        var reason = onlyReason(fleetWith(forecast).ask(request("a")));

        assertThat(reason.getCode()).isEqualTo(ReasonCode.NO_FORECAST);
        assertThat(reason.getText()).contains("IT_LOAD");
    }

    @Test
    void namesTheHourOfAHole() {
        var forecast = forecast("arizona");
        forecast.getTemperature().getHours().get(2).setUpperOneSided(null);

        var reason = onlyReason(
                fleetWith(forecast).ask(request("a").setEarliestStart(hour(1)).setDeadline(hour(5))));

        assertThat(reason.getCode()).isEqualTo(ReasonCode.NO_FORECAST);
        assertThat(reason.getHour()).isEqualTo(hour(2));
        assertThat(reason.getText()).contains("no upper bound of TEMPERATURE");
    }

    @Test
    void doesNotPlaceWhereTheCostIsUnknown() {
        var forecast = forecast("arizona");
        forecast.getCarbon().setHours(List.of());

        var reason = onlyReason(fleetWith(forecast).ask(request("a")));

        assertThat(reason.getCode()).isEqualTo(ReasonCode.NO_FORECAST);
        assertThat(reason.getText()).contains("CARBON");
    }

    @Test
    void waitsForCalibration() {
        var forecast = forecast("arizona");
        forecast.getTemperature().setStatus(ForecastStatus.WARMING_UP);
        forecast.getTemperature().setCalibrationSize(12);

        var reason = onlyReason(fleetWith(forecast).ask(request("a")));

        assertThat(reason.getCode()).isEqualTo(ReasonCode.FORECAST_WARMING_UP);
        assertThat(reason.getNeeded()).isEqualTo(39);
        assertThat(reason.getAvailable()).isEqualTo(12);
        assertThat(reason.getText()).contains("forecast of TEMPERATURE has 12 of the 39 calibration scores");
    }

    @Test
    void doesNotTrustALowerConfidenceThanTheFleetDemands() {
        var forecast = forecast("arizona");
        forecast.setConfidence(0.9);

        var reason = onlyReason(fleetWith(forecast).ask(request("a")));

        assertThat(reason.getCode()).isEqualTo(ReasonCode.NO_FORECAST);
        assertThat(reason.getText()).contains("confidence of 0.9,", "requires 0.95");
    }

    @Test
    void doesNotDecideOnAStaleForecast() {
        var fleet = TestFleet.of("arizona");

        var fresh = fleet.ask(request("a").setSubmittedAt(ISSUED.plus(Duration.ofHours(2))));
        var reason = onlyReason(fleet.ask(request("b").setSubmittedAt(ISSUED.plus(Duration.ofMinutes(121)))));

        assertThat(fresh.getVerdict()).isEqualTo(Verdict.APPROVED);
        assertThat(reason.getCode()).isEqualTo(ReasonCode.FORECAST_STALE);
        assertThat(reason.getNeeded()).isEqualTo(120);
        assertThat(reason.getAvailable()).isEqualTo(121);
        assertThat(reason.getText()).contains("121.00 min ago", "at most 120 min");
    }

    @Test
    void saysHowMuchCapacityIsFree() {
        var reason = onlyReason(TestFleet.of("arizona").ask(request("a").setPowerMw(60)));

        assertThat(reason.getCode()).isEqualTo(ReasonCode.CAPACITY_EXCEEDED);
        assertThat(reason.getNeeded()).isEqualTo(60);
        assertThat(reason.getAvailable()).isEqualTo(50);
        assertThat(reason.getText()).contains("needs 60.00 MW", "50.00 of 100.00 MW are free");
    }

    @Test
    void saysByHowMuchTheBoundCrossesTheLimit() {
        var fleet = fleetWith(forecast("arizona", ISSUED, hour -> 34.8, hour -> 50, hour -> 300));

        var decision = fleet.ask(request("a"));

        var reason = onlyReason(decision);
        assertThat(reason.getCode()).isEqualTo(ReasonCode.UPPER_BOUND_EXCEEDS_LIMIT);
        assertThat(reason.getNeeded()).isEqualTo(35.3);
        assertThat(reason.getAvailable()).isEqualTo(35);
        assertThat(reason.getText()).contains("would reach 35.30 °C", "limit is 35.00 °C");
        assertThat(decision.getEvidence().getBindingBoundC()).isEqualTo(35.3);
    }

    private static TestFleet fleetWith(io.fleetorchestrator.schemas.contract.RegionForecast forecast) {
        return new TestFleet().with(profile("arizona")).with(forecast);
    }

    private static Reason onlyReason(SchedulingDecision decision) {
        assertThat(decision.getVerdict()).isEqualTo(Verdict.BLOCKED);
        assertThat(decision.getPlacement()).isNull();
        assertThat(decision.getReasons()).hasSize(1);
        return decision.getReasons().get(0);
    }

    private static Reason onlyReason(SchedulingDecision decision, ReasonCode code) {
        return decision.getReasons().stream()
                .filter(reason -> reason.getCode() == code)
                .findFirst()
                .orElseThrow();
    }

    private static List<ReasonCode> codes(SchedulingDecision decision) {
        return decision.getReasons().stream().map(Reason::getCode).toList();
    }

    private static List<String> texts(SchedulingDecision decision) {
        return decision.getReasons().stream().map(Reason::getText).toList();
    }
}
