package io.fleetorchestrator.reliability.faults;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.BDDAssertions.then;

import io.fleetorchestrator.reliability.oracle.Findings;
import io.fleetorchestrator.reliability.scene.Telemetry;
import io.fleetorchestrator.schemas.contract.Booster;
import io.fleetorchestrator.schemas.contract.ModelArtifact;
import io.fleetorchestrator.schemas.contract.ModelEvaluation;
import io.fleetorchestrator.schemas.contract.Signal;
import io.fleetorchestrator.schemas.topics.Topics;
import io.fleetorchestrator.testing.TopicSpace;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Faults of the forecaster while it reads a history. */
class ForecasterFaults {

    @RegisterExtension
    static final FaultBench BENCH = new FaultBench();

    private static final int REGIONS = 3;

    @Test
    void crashLoop() {
        int runs = FaultBench.runs(2, 20);
        suffer("forecaster killed, hours recounted", runs, (telemetry, topics) -> {
            telemetry.killForecaster();
            telemetry.restartForecaster();
        });
    }

    @Test
    void badTelemetry() {
        int runs = FaultBench.runs(1, 5);
        var plan = "late=0.01,duplicate=0.01,out-of-order=0.05,future=0.01,poison=0.01";
        suffer(
                "readings late, twice, out of order, from the future, poison; forecaster killed",
                runs,
                (telemetry, topics) -> {
                    telemetry.killForecaster();
                    telemetry.restartForecaster();
                },
                "--faults",
                plan);
    }

    @Test
    void badModels() {
        suffer("models that are none, hours recounted", FaultBench.runs(2, 20), (telemetry, topics) -> {
            // Avro must trust our types, of which models are built.
            topics.serdes();
            var now = Instant.now();
            topics.sendBytes(Topics.FORECAST_MODELS, "TEMPERATURE", "no model".getBytes(UTF_8), now);
            topics.send(Topics.FORECAST_MODELS, "IT_LOAD", noTrees(), now);
            telemetry.killForecaster();
            telemetry.restartForecaster();
        });
    }

    private static void suffer(String fault, int runs, BiConsumer<Telemetry, TopicSpace> harm, String... flags) {
        // Enough history that some is unread at every fault.
        int days = 20 + 10 * runs;
        var all = Stream.concat(Stream.of("--no-live"), Stream.of(flags)).toArray(String[]::new);
        try (var topics = TopicSpace.on(BENCH.cluster());
                var telemetry = Telemetry.of(topics, Duration.ofDays(days), all)) {
            int hours = days * 24 * REGIONS;
            for (int run = 0; run < runs; run++) {
                telemetry.awaitHours(hours / 2 / runs * (run + 1));
                harm.accept(telemetry, topics);
            }
            var findings = telemetry.judge();
            BENCH.report().add(fault, runs, telemetry.hours(), findings, List.of());
            then(findings).isEqualTo(Findings.NONE);
        }
    }

    private static ModelArtifact noTrees() {
        return ModelArtifact.newBuilder()
                .setSignal(Signal.IT_LOAD)
                .setModelId("noise")
                .setTrainedAt(Instant.now())
                .setFeatureNames(List.of("nothing"))
                .setFeatureSchemaHash("0000")
                .setBoosters(List.of(new Booster(1, 24, ByteBuffer.wrap("noise".getBytes(UTF_8)), List.of())))
                .setEvaluation(new ModelEvaluation(1L, 1L, 1L, 1.0, 1.0, 1.0, null, null, null))
                .build();
    }
}
