package io.fleetorchestrator.cli.fuzz;

import static io.fleetorchestrator.testing.fuzz.Surface.text;
import static io.fleetorchestrator.testing.fuzz.Surface.utf8;
import static org.assertj.core.api.BDDAssertions.then;

import io.fleetorchestrator.cli.Fleet;
import io.fleetorchestrator.cli.record.AvroYamlReader;
import io.fleetorchestrator.core.replay.BadRowException;
import io.fleetorchestrator.core.replay.ReadingCsv;
import io.fleetorchestrator.forecaster.Forecaster;
import io.fleetorchestrator.producer.regions.RegionsFile;
import io.fleetorchestrator.runtime.settings.Settings;
import io.fleetorchestrator.runtime.settings.SettingsException;
import io.fleetorchestrator.schemas.contract.RequestAction;
import io.fleetorchestrator.schemas.contract.WorkloadRequest;
import io.fleetorchestrator.schemas.serdes.AvroSerdes;
import io.fleetorchestrator.schemas.serdes.PoisonRecordException;
import io.fleetorchestrator.schemas.topics.Topic;
import io.fleetorchestrator.schemas.topics.Topics;
import io.fleetorchestrator.testing.fuzz.Surface;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine.ParameterException;

class FuzzTest {

    private static final String[] NONE = {};

    @BeforeAll
    static void trustOurTypes() {
        AvroSerdes.guardAvro();
    }

    static Stream<Topic<?>> contractTopics() {
        return Topics.all().stream().filter(topic -> topic.valueType() != byte[].class);
    }

    @ParameterizedTest
    @MethodSource("contractTopics")
    <V> void valuesOfATopicAreReadOrPoison(Topic<V> topic) throws IOException {
        try (var serdes = AvroSerdes.from(Map.of(AvroSerdes.SCHEMA_REGISTRY_URL, "mock://fuzz"))) {
            var serde = serdes.valueSerde(topic);
            var name = topic.name("fleet.");
            int id = Objects.requireNonNull(serdes.publish("fleet.").get(name + "-value"));
            Surface.fuzz(
                    "avro " + topic.name(),
                    RandomValues.of(topic.valueType(), id),
                    input -> refusal(serde, name, input));
        }
    }

    private static <V> Optional<String> refusal(Serde<V> serde, String topic, byte[] input) {
        try {
            var read = serde.deserializer().deserialize(topic, input);
            // A record that was read can be written again; a partly read one could not.
            if (read != null) {
                then(serde.serializer().serialize(topic, read)).isNotEmpty();
            }
            return Optional.empty();
        } catch (PoisonRecordException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    @Test
    void rowsAreReadOrNamed() {
        var csv = ReadingCsv.withHeader(
                "fuzz.csv",
                "time,region,temperature_c,it_load_mw,carbon_g_per_kwh,water_l_per_kwh,relative_humidity_pct,wind_speed_mps");
        var good = List.of(
                utf8("2026-01-01T12:00:00Z,arizona,31.5,52,410,1.2,30,3.5"),
                utf8("2026-01-01T12:05:00Z,ireland,,,,,,"));
        Surface.fuzz("csv rows", good, input -> {
            try {
                csv.parse(2, text(input));
                return Optional.empty();
            } catch (BadRowException e) {
                return Optional.of(String.valueOf(e.getMessage()));
            }
        });
    }

    @Test
    void flagsAreReadOrRejected() {
        var good = List.of(
                utf8("--bootstrap-servers\nbroker:9092\n--grace\nPT10M\n--horizon-hours\n24\n--threads\n2"),
                utf8("--confidence=0.9\n--store=in-memory"));
        Surface.fuzz("flags", good, input -> refusalOfSettings(lines(input)));
    }

    @Test
    void filesOfSettingsAreReadOrRejected(@TempDir Path directory) {
        var file = directory.resolve("forecaster.properties");
        var good = utf8("bootstrap-servers=broker:9092\ngrace=PT10M\nhorizon-hours: 24\nkafka.client.id=one\n# said\n");
        Surface.fuzz("files of settings", List.of(good), input -> {
            Files.write(file, input);
            return refusalOfSettings("--config", file.toString());
        });
    }

    private static Optional<String> refusalOfSettings(String... args) {
        try {
            Settings.parse(new Forecaster().settingsType(), args, Map.of());
            return Optional.empty();
        } catch (SettingsException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    @Test
    void commandLinesAreParsedOrRejected() {
        var command = Fleet.commandLine();
        var good = List.of(
                utf8("submit\n--home\narizona\n--power-mw\n5\n--hours\n4\n--deadline\nPT18H\n--wait\n--priority\nhigh"),
                utf8("decisions\n--last\n10\n--json"),
                utf8("what-if\n--from\narizona\n--to\nwyoming\n--shift\n10"),
                utf8("topics\nplan\n--bootstrap-servers\nbroker:9092\n--partitions\n12"),
                utf8("evaluate\n--season\nP14D\n--seed\n42"),
                utf8("up\n--http-port\n0\n--history\nP10D"));
        Surface.fuzz("command lines", good, input -> {
            try {
                command.parseArgs(lines(input));
                return Optional.empty();
            } catch (ParameterException e) {
                return Optional.of(String.valueOf(e.getMessage()));
            }
        });
    }

    private static String[] lines(byte[] input) {
        return text(input).lines().toList().toArray(NONE);
    }

    @Test
    void requestsInFilesAreReadOrRejected() {
        var good = List.of(
                utf8("powerMw: 5\ndurationHours: 4\nallowedRegions: [arizona, ireland]\ndeadline: PT18H\n"),
                utf8("{\"requestId\": \"r-1\", \"powerMw\": 2.5, \"priority\": \"high\", \"dryRun\": true}"));
        Surface.fuzz("files of requests", good, input -> {
            try {
                var read = AvroYamlReader.read(text(input), draft());
                then(WorkloadRequest.getEncoder().encode(read).remaining()).isPositive();
                return Optional.empty();
            } catch (IllegalArgumentException e) {
                return Optional.of(String.valueOf(e.getMessage()));
            }
        });
    }

    private static WorkloadRequest draft() {
        return WorkloadRequest.newBuilder()
                .setRequestId("draft")
                .setFleet("global")
                .setAction(RequestAction.SUBMIT)
                .setSubmittedAt(Instant.EPOCH)
                .build();
    }

    @Test
    void descriptionsOfRegionsAreReadOrRejected(@TempDir Path directory) throws IOException {
        var file = directory.resolve("regions.yaml");
        Surface.fuzz("files of regions", List.of(shippedRegions()), input -> {
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
}
