package io.fleetorchestrator.reliability;

import static org.assertj.core.api.BDDAssertions.then;

import io.fleetorchestrator.reliability.oracle.Findings;
import io.fleetorchestrator.reliability.oracle.Identity;
import io.fleetorchestrator.reliability.scene.FaultScenario;
import io.fleetorchestrator.reliability.scene.Telemetry;
import io.fleetorchestrator.schemas.contract.ForecastStatus;
import io.fleetorchestrator.schemas.contract.RegionForecast;
import io.fleetorchestrator.schemas.contract.RequestAction;
import io.fleetorchestrator.schemas.contract.Verdict;
import io.fleetorchestrator.schemas.contract.WorkloadRequest;
import io.fleetorchestrator.schemas.topics.Topics;
import io.fleetorchestrator.testing.KafkaEnvironment;
import io.fleetorchestrator.testing.TopicSpace;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Simulator, forecaster and scheduler as processes; the scheduler is killed again and again. */
class EndToEndIT {

    @RegisterExtension
    static final KafkaEnvironment KAFKA = KafkaEnvironment.isolated();

    private static final int REQUESTS = 5_000;
    private static final int KILLS = 10;
    private static final int BATCH = REQUESTS / KILLS;
    private static final int PER_SECOND = 1_000;
    private static final List<String> REGIONS = List.of("arizona", "ireland", "wyoming");

    /** Three days until the first forecast, one for its longest horizon, two of scores, and a reserve. */
    private static final Duration HISTORY = Duration.ofDays(10);

    private final SplittableRandom random = new SplittableRandom(42);

    @Test
    void everyRequestIsDecidedOnceUnderKillsAndABrokerRestart() {
        try (var topics = TopicSpace.on(KAFKA);
                var telemetry = Telemetry.of(topics, HISTORY, "--interval", "PT1S");
                var scene = FaultScenario.on(KAFKA, topics, EndToEndIT::request)) {
            // given
            telemetry.awaitHours((int) HISTORY.minusDays(1).toHours() * REGIONS.size());
            awaitForecasts(topics);

            // when the scheduler is killed ten times while requests come in, and the broker restarts once
            start(scene);
            for (int kill = 0; kill < KILLS; kill++) {
                scene.send(BATCH, PER_SECOND).awaitMore(random.nextInt(1, BATCH / 2));
                scene.scheduler("one").kill();
                if (kill == KILLS / 2) {
                    KAFKA.restartBroker();
                }
                start(scene);
            }

            // then
            then(scene.judge()).isEqualTo(Findings.NONE);
            var decisions = scene.decisions();
            then(decisions).extracting(Identity::of).hasSize(REQUESTS).doesNotHaveDuplicates();
            then(decisions)
                    .filteredOn(decision -> decision.getVerdict() == Verdict.APPROVED)
                    .hasSizeGreaterThan(100)
                    .anyMatch(decision -> decision.getAction() == RequestAction.CANCEL);
        }
    }

    private static void start(FaultScenario scene) {
        scene.start("one", "--instance-id", "one");
    }

    private static void awaitForecasts(TopicSpace topics) {
        Awaitility.await("fresh and calibrated forecasts of all regions")
                .atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> topics.all(Topics.FORECAST_INTERVALS).stream()
                                .filter(record -> usable(record.value()))
                                .map(record -> record.key())
                                .distinct()
                                .count()
                        == REGIONS.size());
    }

    private static boolean usable(RegionForecast forecast) {
        return forecast.getTemperature().getStatus() == ForecastStatus.CALIBRATED
                && forecast.getItLoad().getStatus() == ForecastStatus.CALIBRATED
                && forecast.getIssuedAt().isAfter(Instant.now().minus(Duration.ofMinutes(100)));
    }

    /** Submissions, of which every tenth cancels the one before it. */
    private static List<WorkloadRequest> request(int number) {
        var random = new SplittableRandom(number);
        var request = WorkloadRequest.newBuilder()
                .setRequestId("r" + (number % 10 == 9 ? number - 1 : number))
                .setAction(number % 10 == 9 ? RequestAction.CANCEL : RequestAction.SUBMIT)
                .setFleet("global")
                .setSubmittedAt(Instant.now())
                .setHomeRegion(REGIONS.get(random.nextInt(REGIONS.size())))
                .setPowerMw(random.nextInt(1, 10) / 10.0)
                .setDurationHours(random.nextInt(1, 6));
        return List.of(request.build());
    }
}
