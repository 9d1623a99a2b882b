package io.fleetorchestrator.forecaster;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.BDDAssertions.then;

import io.fleetorchestrator.core.calibration.Confidence;
import io.fleetorchestrator.core.features.Measurement;
import io.fleetorchestrator.forecaster.training.Trainer;
import io.fleetorchestrator.forecaster.training.TrainingOutcome.Trained;
import io.fleetorchestrator.forecaster.training.TrainingPlan;
import io.fleetorchestrator.forecaster.training.Weather;
import io.fleetorchestrator.schemas.contract.ForecastStatus;
import io.fleetorchestrator.schemas.contract.ModelArtifact;
import io.fleetorchestrator.schemas.contract.TelemetryReading;
import io.fleetorchestrator.schemas.serdes.AvroSerdes;
import io.fleetorchestrator.schemas.topics.Topic;
import io.fleetorchestrator.schemas.topics.Topics;
import io.fleetorchestrator.testing.ChildService;
import io.fleetorchestrator.testing.KafkaEnvironment;
import io.fleetorchestrator.testing.TopicSpace;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The forecaster as a process, with a real broker and registry. */
class ForecasterIT {

    @RegisterExtension
    static final KafkaEnvironment kafka = KafkaEnvironment.shared();

    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    private static final List<String> REGIONS = List.of("arizona", "ireland", "wyoming");
    private static final int HOURS = 80;
    private static final int READINGS_PER_HOUR = 4;

    /** All hours but the last, which stays open. */
    private static final int CLOSED = REGIONS.size() * (HOURS - 1);

    @TempDir
    private Path stateDir;

    @Test
    void losesAndRepeatsNothingWhenItIsKilled() {
        // given the output of an undisturbed run
        var undisturbed = kafka.freshTopics();
        var model = trainedModel();
        publish(model, undisturbed);
        sendReadings(undisturbed);
        run(undisturbed, CLOSED, ChildService::terminate);

        // when it is killed twice while it reads
        var disturbed = kafka.freshTopics();
        publish(model, disturbed);
        var sending = CompletableFuture.runAsync(() -> sendReadings(disturbed));
        run(disturbed, CLOSED / 5, ChildService::kill);
        run(disturbed, CLOSED / 2, ChildService::kill);
        sending.join();
        run(disturbed, CLOSED, ChildService::terminate);

        // then
        assertThat(byRegion(disturbed, Topics.TELEMETRY_HOURLY))
                .isEqualTo(byRegion(undisturbed, Topics.TELEMETRY_HOURLY));
        assertThat(byRegion(disturbed, Topics.FORECAST_INTERVALS))
                .isEqualTo(byRegion(undisturbed, Topics.FORECAST_INTERVALS));
        assertThat(byRegion(disturbed, Topics.FORECAST_OUTCOMES))
                .isEqualTo(byRegion(undisturbed, Topics.FORECAST_OUTCOMES));
        assertThat(disturbed.all(Topics.FORECAST_INTERVALS))
                .hasSize(CLOSED)
                .extracting(forecast -> forecast.value().getTemperature())
                .allSatisfy(forecast -> assertThat(forecast.getModelId()).isEqualTo(model.getModelId()))
                .anySatisfy(forecast -> assertThat(forecast.getStatus()).isEqualTo(ForecastStatus.CALIBRATED));
    }

    @Test
    void startsWithoutModels() {
        var topics = kafka.freshTopics();
        topics.sendBytes(Topics.FORECAST_MODELS, "TEMPERATURE", "no model".getBytes(UTF_8), START);
        try (var forecaster = ChildService.start(Forecaster.class, topics.flags("--state-dir", stateDir.toString()))
                .awaitReady()) {
            // when a model is published while it runs
            topics.sendBytes(Topics.FORECAST_MODELS, "CARBON", "nor that".getBytes(UTF_8), START);
            forecaster.awaitOutput("forecast.models-0@1: it cannot be read");

            then(forecaster.get("/metrics")).containsPattern("fleet_dead_letters_total\\{.*UNREADABLE.*} 2");
            then(forecaster.terminate()).isZero();
        }
    }

    /** A model as training makes it: trees for every horizon, and seeds for unknown regions. */
    private static ModelArtifact trainedModel() {
        AvroSerdes.guardAvro();
        var outcome = new Trainer(TrainingPlan.of(24), Confidence.DEFAULT, 8 << 20, said -> {})
                .train(Measurement.TEMPERATURE, List.of(Weather.series("phoenix", 40 * 24, 1)));
        return ((Trained) outcome).artifact();
    }

    private static void publish(ModelArtifact model, TopicSpace topics) {
        topics.send(Topics.FORECAST_MODELS, model.getSignal().name(), model, model.getTrainedAt());
    }

    /** Runs the forecaster until there are so many forecasts, then ends it. */
    private void run(TopicSpace topics, int forecasts, Consumer<ChildService> end) {
        var state = stateDir.resolve(topics.prefix()).toString();
        // A named instance gets its partitions back after a restart without waiting for the session timeout.
        var flags = topics.flags("--state-dir", state, "--instance-id", "one", "--retrain-every", "PT0S");
        try (var forecaster = ChildService.start(Forecaster.class, flags)) {
            topics.await(Topics.FORECAST_INTERVALS, forecasts);
            end.accept(forecaster);
        }
    }

    /** Only the order within a region matters: regions of one partition may be interleaved differently. */
    private static <V> Map<String, List<V>> byRegion(TopicSpace topics, Topic<V> topic) {
        return topics.all(topic).stream()
                .collect(Collectors.groupingBy(
                        ConsumerRecord::key, Collectors.mapping(ConsumerRecord::value, Collectors.toList())));
    }

    private static void sendReadings(TopicSpace topics) {
        var step = Duration.ofHours(1).dividedBy(READINGS_PER_HOUR);
        for (int i = 0; i < HOURS * READINGS_PER_HOUR; i++) {
            var at = START.plus(step.multipliedBy(i));
            for (String region : REGIONS) {
                topics.send(Topics.TELEMETRY_READINGS, region, reading(region, at, i), at);
            }
        }
    }

    private static TelemetryReading reading(String region, Instant at, int i) {
        double noise = new Random(i * 31L + region.hashCode()).nextGaussian();
        return TelemetryReading.newBuilder()
                .setRegion(region)
                .setObservedAt(at)
                .setTemperatureC(15 + 8 * Math.sin(2 * Math.PI * i / (24.0 * READINGS_PER_HOUR)) + noise)
                .setItLoadMw(50 + 2 * noise)
                .build();
    }
}
