package io.fleetorchestrator.schemas.serdes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fleetorchestrator.schemas.contract.ModelArtifact;
import io.fleetorchestrator.schemas.contract.ModelEvaluation;
import io.fleetorchestrator.schemas.contract.TelemetryReading;
import io.fleetorchestrator.schemas.topics.Topics;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Serializer;
import org.junit.jupiter.api.Test;

class SizeLimitTest {

    /** The default limit of a topic. */
    private static final int TOPIC = 1_048_588;

    private static final String REPARTITION = "fleet.scheduler-forecasts-by-fleet-repartition";

    private final AvroSerdes serdes = AvroSerdes.from(Map.of("schema.registry.url", "mock://size-limit"));
    private final Serializer<TelemetryReading> readings =
            serdes.valueSerde(Topics.TELEMETRY_READINGS).serializer();

    @Test
    void aValueAboveTheLimitOfItsTopicIsRejectedBeforeItIsSent() {
        assertThatThrownBy(() -> readings.serialize("fleet.telemetry.readings", reading(TOPIC)))
                .isInstanceOf(OutputTooLargeException.class)
                .hasMessageContaining("A record for fleet.telemetry.readings has 10486")
                .hasMessageContaining("bytes of value and headers, more than the 982016 that are allowed");
    }

    @Test
    void theLargestKeyAndTheLargestValueFitIntoOneRecord() {
        var key = AvroSerdes.keySerde().serializer().serialize("t", "k".repeat(64 * 1024));
        var value = readings.serialize("t", reading(981_900));

        assertThat(key.length + value.length).isLessThan(TOPIC - 512);
    }

    @Test
    void aKeyMustLeaveRoomForAValue() {
        assertThatThrownBy(() -> AvroSerdes.keySerde().serializer().serialize(REPARTITION, "k".repeat(530_000)))
                .isInstanceOf(OutputTooLargeException.class)
                .hasMessageContaining(REPARTITION)
                .hasMessageContaining("530000 bytes of key");
    }

    @Test
    void headersOfTheInputCountBecauseTheyAreCopied() {
        var headers = new RecordHeaders().add("trace", new byte[900_000]);

        assertThat(readings.serialize("t", headers, reading(50_000))).hasSizeGreaterThan(50_000);
        assertThatThrownBy(() -> readings.serialize("t", headers, reading(100_000)))
                .isInstanceOf(OutputTooLargeException.class);
    }

    @Test
    void repartitionTopicsAndChangelogsHaveTheSameLimit() {
        assertThatThrownBy(() -> serdes.internalSerde(TelemetryReading.class)
                        .serializer()
                        .serialize(REPARTITION, reading(TOPIC)))
                .isInstanceOf(OutputTooLargeException.class);
        assertThatThrownBy(() -> serdes.stateSerde(TelemetryReading.class)
                        .serializer()
                        .serialize("fleet-readings-changelog", reading(TOPIC)))
                .isInstanceOf(OutputTooLargeException.class);
    }

    @Test
    void modelsMayBeAsLargeAsTheirTopicAllows() {
        var model = ModelArtifact.newBuilder()
                .setModelId("m".repeat(2 * TOPIC))
                .setTrainedAt(Instant.EPOCH)
                .setFeatureNames(List.of())
                .setFeatureSchemaHash("")
                .setBoosters(List.of())
                .setEvaluation(ModelEvaluation.newBuilder()
                        .setTrainHours(0)
                        .setCalibrationHours(0)
                        .setTestHours(0)
                        .setMae(0)
                        .setMaePersistence(0)
                        .setMaeSeasonalNaive(0)
                        .build())
                .build();

        assertThat(serdes.valueSerde(Topics.FORECAST_MODELS).serializer().serialize("t", model))
                .hasSizeGreaterThan(2 * TOPIC);
    }

    private static TelemetryReading reading(int length) {
        return TelemetryReading.newBuilder()
                .setRegion("arizona")
                .setFleet("f".repeat(length))
                .setObservedAt(Instant.EPOCH)
                .build();
    }
}
