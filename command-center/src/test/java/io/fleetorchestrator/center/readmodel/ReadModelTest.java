package io.fleetorchestrator.center.readmodel;

import static io.fleetorchestrator.center.Records.REGIONS;
import static org.assertj.core.api.Assertions.assertThat;

import io.fleetorchestrator.center.Records;
import io.fleetorchestrator.schemas.contract.Reason;
import io.fleetorchestrator.schemas.contract.ReasonCode;
import io.fleetorchestrator.schemas.contract.RequestAction;
import io.fleetorchestrator.schemas.contract.SchedulingDecision;
import io.fleetorchestrator.schemas.contract.Verdict;
import io.fleetorchestrator.schemas.contract.WorkloadRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReadModelTest {

    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");
    private static final String REGION = "arizona";

    private final ReadModel model = new ReadModel(new Retention(Duration.ofDays(2), 100, 10));

    @Test
    void keepsNoMoreHoursForecastsDecisionsAndAdvisoriesThanItMay() {
        for (int hour = 0; hour < 1_000; hour++) {
            var at = hour(hour);
            model.put(Records.hour(REGION, at));
            model.put(Records.forecast(REGION, at));
            model.put(Records.advisory(at));
            model.put(decision("r" + hour, at));
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
    void isTheSameAfterTheTopicsWereReadAgain() {
        for (int reading = 0; reading < 2; reading++) {
            model.put(Records.profile(REGIONS, NOON));
            for (int hour = 0; hour < 30; hour++) {
                model.put(Records.hour(REGION, hour(hour)));
                model.put(Records.forecast(REGION, hour(hour)));
                model.put(decision("r" + hour, hour(hour)));
            }
        }

        assertThat(model.size()).isEqualTo(new Size(1, 30, 30, 30, 0));
        assertThat(model.regions()).containsExactlyElementsOf(REGIONS);
    }

    @Test
    void findsWhatWasForecastAtAnyInstant() {
        model.put(Records.forecast(REGION, hour(0)));
        model.put(Records.forecast(REGION, hour(3)));

        assertThat(model.forecastAt(REGION, hour(2)).map(KeptForecast::issuedAt))
                .contains(hour(0));
        assertThat(model.forecastAt(REGION, Instant.MAX).map(KeptForecast::issuedAt))
                .contains(hour(3));
        assertThat(model.forecastAt(REGION, hour(-1))).isEmpty();
    }

    @Test
    void takesALateForecastWithoutCallingItTheNewest() {
        model.put(Records.forecast(REGION, hour(3)));
        model.put(Records.forecast(REGION, hour(0)));

        assertThat(model.newestForecast(REGION).orElseThrow().getIssuedAt()).isEqualTo(hour(3));
    }

    @Test
    void keepsTheFirstAnswerWhenItsIdIsUsedAgain() {
        var first = decision("twice", NOON);
        var refusal = SchedulingDecision.newBuilder(first)
                .setVerdict(Verdict.BLOCKED)
                .setDecidedAt(hour(1))
                .setReasons(List.of(Reason.newBuilder()
                        .setCode(ReasonCode.REQUEST_ID_REUSED)
                        .setText("used")
                        .build()))
                .build();

        model.put(first);
        model.put(refusal);

        assertThat(model.answerTo("twice", RequestAction.SUBMIT)).contains(first);
        assertThat(newest()).containsExactly(refusal, first);
    }

    @Test
    void forgetsPlacesThatWereGivenBackAndTrials() {
        var placed = decision("placed", NOON);
        model.put(placed);
        model.put(decision("back", NOON));
        model.put(Records.givenBack(decision("back", NOON), hour(1)));
        model.put(SchedulingDecision.newBuilder(decision("trial", NOON))
                .setDryRun(true)
                .build());

        assertThat(model.placed()).containsExactly(placed);
    }

    private List<SchedulingDecision> newest() {
        return model.decisions(Optional.empty(), decision -> true, 100);
    }

    private static SchedulingDecision decision(String id, Instant at) {
        var request = WorkloadRequest.newBuilder()
                .setRequestId(id)
                .setFleet(Records.FLEET)
                .setSubmittedAt(at)
                .setHomeRegion(REGION)
                .setPowerMw(5.0)
                .setDurationHours(2)
                .build();
        return Records.answer(request, at);
    }

    private static Instant hour(int hour) {
        return NOON.plus(Duration.ofHours(hour));
    }
}
