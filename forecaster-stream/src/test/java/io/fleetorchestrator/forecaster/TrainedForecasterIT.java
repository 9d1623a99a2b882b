package io.fleetorchestrator.forecaster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fleetorchestrator.producer.regions.SomeFleet;
import io.fleetorchestrator.producer.twin.RegionTwin;
import io.fleetorchestrator.schemas.contract.ForecastStatus;
import io.fleetorchestrator.schemas.contract.RegionForecast;
import io.fleetorchestrator.schemas.topics.Topics;
import io.fleetorchestrator.testing.ChildService;
import io.fleetorchestrator.testing.KafkaEnvironment;
import io.fleetorchestrator.testing.TopicSpace;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A forecaster with training: a backfill, training inside the service, and activation of models while it runs. */
class TrainedForecasterIT {

    @RegisterExtension
    static final KafkaEnvironment kafka = KafkaEnvironment.shared();

    private static final Instant START = Instant.parse("2026-03-01T00:30:00Z");
    private static final int HISTORY_HOURS = 40 * 24;
    private static final int MORE_HOURS = 24;
    private static final String TEMPERATURE = "TEMPERATURE";

    /** Long enough for a busy machine. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final TopicSpace topics = kafka.freshTopics();
    private final List<RegionTwin> twins =
            List.of(new RegionTwin(7, "some", SomeFleet.HOT), new RegionTwin(7, "some", SomeFleet.MILD));
    private int played;

    @TempDir
    private Path stateDir;

    @Test
    void trainsOnABackfillAndActivatesItsModelWithoutARestart() {
        // given
        playUntil(HISTORY_HOURS);
        try (var forecaster = start()) {
            awaitForecasts();

            // when
            String model = awaitModel();
            await().atMost(PATIENCE).until(() -> {
                playUntil(played + 1);
                return newest(awaitForecasts()).getTemperature().getModelId().equals(model);
            });
            assertThat(forecaster.get("/metrics")).contains("model=\"" + model + "\"");

            // and it is killed and restarted
            forecaster.kill();
        }
        playUntil(played + MORE_HOURS / 2);
        try (var forecaster = start()) {
            playUntil(played + MORE_HOURS / 2);
            awaitForecasts();
            forecaster.terminate();
        }

        // then
        twins.forEach(twin -> assertUnbroken(twin.model().region()));
        var outcomes = topics.all(Topics.FORECAST_OUTCOMES);
        assertThat(outcomes).hasSize(closedHours());
        var account =
                outcomes.get(outcomes.size() - 1).value().getSignals().get(0).getSummary();
        assertThat(account.getCoverageUpper()).isBetween(0.9, 1.0);
        assertThat(account.getScored()).isGreaterThan(HISTORY_HOURS);
    }

    /** One forecast for each hour; calibration never starts again, and the last forecast is of the trained model. */
    private void assertUnbroken(String region) {
        var forecasts = topics.all(Topics.FORECAST_INTERVALS).stream()
                .filter(record -> record.key().equals(region))
                .map(ConsumerRecord::value)
                .toList();
        assertThat(forecasts)
                .extracting(RegionForecast::getIssuedAt)
                .hasSize(played - 1)
                .doesNotHaveDuplicates()
                .isSorted();
        var temperature = forecasts.stream().map(RegionForecast::getTemperature).toList();
        assertThat(temperature).isSortedAccordingTo(Comparator.comparingInt(forecast -> forecast.getCalibrationSize()));
        assertThat(temperature.subList(temperature.size() - MORE_HOURS, temperature.size()))
                .allSatisfy(forecast -> {
                    assertThat(forecast.getModelId()).startsWith("temperature-");
                    assertThat(forecast.getStatus()).isEqualTo(ForecastStatus.CALIBRATED);
                });
    }

    private ChildService start() {
        // A named instance gets its partitions back after a restart without waiting for the session timeout.
        return ChildService.start(
                Forecaster.class, topics.flags("--state-dir", stateDir.toString(), "--instance-id", "one"));
    }

    private void playUntil(int hours) {
        for (; played < hours; played++) {
            var at = START.plus(Duration.ofHours(played));
            twins.forEach(
                    twin -> topics.send(Topics.TELEMETRY_READINGS, twin.model().region(), twin.at(at, 0), at));
        }
    }

    /** The last hour stays open. */
    private int closedHours() {
        return twins.size() * (played - 1);
    }

    private List<ConsumerRecord<String, RegionForecast>> awaitForecasts() {
        return topics.await(Topics.FORECAST_INTERVALS, closedHours());
    }

    private String awaitModel() {
        return await().atMost(PATIENCE)
                .until(this::temperatureModel, Optional::isPresent)
                .orElseThrow();
    }

    private Optional<String> temperatureModel() {
        return topics.all(Topics.FORECAST_MODELS).stream()
                .filter(record -> record.key().equals(TEMPERATURE))
                .map(record -> record.value().getModelId())
                .findFirst();
    }

    private static RegionForecast newest(List<ConsumerRecord<String, RegionForecast>> forecasts) {
        return forecasts.stream()
                .map(ConsumerRecord::value)
                .max(Comparator.comparing(RegionForecast::getIssuedAt))
                .orElseThrow();
    }
}
