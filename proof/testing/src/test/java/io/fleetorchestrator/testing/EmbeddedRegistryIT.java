package io.fleetorchestrator.testing;

import static org.assertj.core.api.BDDAssertions.then;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.fleetorchestrator.embedded.registry.EmbeddedRegistry;
import io.fleetorchestrator.schemas.contract.TelemetryReading;
import io.fleetorchestrator.schemas.serdes.AvroSerdes;
import io.fleetorchestrator.schemas.topics.Topics;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedRegistryIT {

    private static final Instant AT = Instant.parse("2017-06-12T10:00:00Z");

    @RegisterExtension
    static final KafkaEnvironment kafka = KafkaEnvironment.shared();

    @Test
    void aForeignClientReadsWhatFlows(@TempDir Path directory) {
        assumeTrue(ForeignClient.isInstalled(), "Debian's python3-confluent-kafka and python3-avro are not installed");

        try (var registry = EmbeddedRegistry.start(directory, "127.0.0.1", 0);
                var serdes = AvroSerdes.from(Map.of(AvroSerdes.SCHEMA_REGISTRY_URL, registry.url()))) {
            // given
            var topics = kafka.freshTopics();
            var name = topics.name(Topics.TELEMETRY_READINGS);
            var reading = TelemetryReading.newBuilder()
                    .setRegion("arizona")
                    .setObservedAt(AT)
                    .setTemperatureC(31.5)
                    .build();
            var bytes =
                    serdes.valueSerde(Topics.TELEMETRY_READINGS).serializer().serialize(name, reading);
            topics.sendBytes(Topics.TELEMETRY_READINGS, "arizona", bytes, AT);

            // when
            var read = ForeignClient.values(kafka.bootstrapServers(), registry.url(), List.of(name));

            // then
            then(read.get(name))
                    .singleElement()
                    .satisfies(
                            value -> then(value.get("temperatureC").asDouble()).isEqualTo(31.5));
        }
    }
}
