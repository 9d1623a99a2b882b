package io.fleetorchestrator.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;
import org.apache.kafka.clients.CommonClientConfigs;

/** The version of Kafka on the class path, from the file that its clients ship with. */
final class KafkaVersion {

    private KafkaVersion() {}

    static String ofClients() {
        try (var file = CommonClientConfigs.class.getResourceAsStream("/kafka/kafka-version.properties")) {
            var properties = new Properties();
            properties.load(Objects.requireNonNull(file, "kafka-clients ships no kafka-version.properties"));
            return Objects.requireNonNull(properties.getProperty("version"), "kafka-version.properties has no version");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
