package io.fleetorchestrator.cli.fuzz;

import io.fleetorchestrator.core.replay.BadRowException;
import io.fleetorchestrator.core.replay.ReadingCsv;
import io.fleetorchestrator.forecaster.Forecaster;
import io.fleetorchestrator.producer.regions.RegionsFile;
import io.fleetorchestrator.runtime.settings.Settings;
import io.fleetorchestrator.runtime.settings.SettingsException;
import io.fleetorchestrator.schemas.contract.TelemetryReading;
import io.fleetorchestrator.schemas.contract.WorkloadRequest;
import io.fleetorchestrator.schemas.serdes.AvroSerdes;
import io.fleetorchestrator.schemas.serdes.PoisonRecordException;
import io.fleetorchestrator.schemas.topics.Topic;
import io.fleetorchestrator.schemas.topics.Topics;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FuzzTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    @BeforeAll
    static void trustTheContract() {
        AvroSerdes.guardAvro();
    }

    @Test
    void readingsAreTakenOrPoison() {
        var reading = TelemetryReading.newBuilder()
                .setRegion("arizona")
                .setObservedAt(NOON)
                .setTemperatureC(31.5)
                .setItLoadMw(52.0)
                .build();
        fuzzAvro(Topics.TELEMETRY_READINGS, reading);
    }

    @Test
    void requestsAreTakenOrPoison() {
        var request = WorkloadRequest.newBuilder()
                .setRequestId("r-1")
                .setFleet("global")
                .setSubmittedAt(NOON)
                .setPowerMw(2)
                .setDurationHours(3)
                .setAllowedRegions(List.of("arizona", "ireland"))
                .build();
        fuzzAvro(Topics.WORKLOAD_REQUESTS, request);
    }

    private static <V> void fuzzAvro(Topic<V> topic, V good) {
        try (var serdes = AvroSerdes.from(Map.of(AvroSerdes.SCHEMA_REGISTRY_URL, "mock://fuzz-" + topic.name()))) {
            var serde = serdes.valueSerde(topic);
            var name = topic.name("fleet.");
            Surface.fuzz(List.of(serde.serializer().serialize(name, good)), input -> {
                try {
                    var read = serde.deserializer().deserialize(name, input);
                    // What was taken can be handed on: a half-read record could not.
                    if (read != null) {
                        Objects.requireNonNull(serde.serializer().serialize(name, read));
                    }
                    return Optional.empty();
                } catch (PoisonRecordException e) {
                    return Optional.of(String.valueOf(e.getMessage()));
                }
            });
        }
    }

    @Test
    void rowsAreReadOrNamed() {
        var good = "2026-01-01T12:00:00Z,arizona,31.5,52,410,1.2,30,3.5";
        var csv = ReadingCsv.withHeader(
                "fuzz.csv",
                "time,region,temperature_c,it_load_mw,carbon_g_per_kwh,water_l_per_kwh,relative_humidity_pct,wind_speed_mps");
        Surface.fuzz(List.of(Mutations.utf8(good), Mutations.utf8("2026-01-01T12:05:00Z,ireland,,,,,,")), input -> {
            try {
                csv.parse(2, text(input));
                return Optional.empty();
            } catch (BadRowException e) {
                return Optional.of(String.valueOf(e.getMessage()));
            }
        });
    }

    @Test
    void flagsAreUnderstoodOrRefused() {
        var good = "--bootstrap-servers\nbroker:9092\n--grace\nPT10M\n--horizon-hours\n24\n--threads\n2";
        Surface.fuzz(List.of(Mutations.utf8(good), Mutations.utf8("--confidence=0.9\n--store=in-memory")), input -> {
            try {
                Settings.parse(new Forecaster().settingsType(), text(input).split("\n", -1), Map.of());
                return Optional.empty();
            } catch (SettingsException e) {
                return Optional.of(String.valueOf(e.getMessage()));
            }
        });
    }

    @Test
    void descriptionsOfRegionsAreUnderstoodOrRefused(@TempDir Path directory) throws IOException {
        var file = directory.resolve("regions.yaml");
        Surface.fuzz(List.of(shippedRegions()), input -> {
            try {
                RegionsFile.read(Files.write(file, input));
                return Optional.empty();
            } catch (IllegalArgumentException e) {
                return Optional.of(String.valueOf(e.getMessage()));
            }
        });
    }

    private static byte[] shippedRegions() throws IOException {
        try (InputStream in = Objects.requireNonNull(RegionsFile.class.getResourceAsStream("/regions.yaml"))) {
            return in.readAllBytes();
        }
    }

    private static String text(byte[] input) {
        return new String(input, StandardCharsets.UTF_8);
    }
}
