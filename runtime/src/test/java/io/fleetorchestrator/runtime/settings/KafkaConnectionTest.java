package io.fleetorchestrator.runtime.settings;

import static org.assertj.core.api.BDDAssertions.then;

import java.util.Map;
import org.junit.jupiter.api.Test;

class KafkaConnectionTest {

    private final KafkaConnection connection = new KafkaConnection(
            Settings.defaults(ServiceSettings.class),
            Map.of(
                    "security.protocol", "SASL_SSL",
                    "producer.linger.ms", "5",
                    "consumer.fetch.min.bytes", "1",
                    "schema.registry.ssl.truststore.location", "/run/truststore",
                    "basic.auth.user.info", "user:hush"));

    @Test
    void givesEachClientItsOwnProperties() {
        then(connection.producer())
                .isEqualTo(Map.of(
                        "bootstrap.servers", "localhost:9092", "security.protocol", "SASL_SSL", "linger.ms", "5"));
        then(connection.consumer()).containsEntry("fetch.min.bytes", "1").doesNotContainKey("linger.ms");
        then(connection.admin()).containsOnlyKeys("bootstrap.servers", "security.protocol");
    }

    @Test
    void leavesPrefixesToKafkaStreams() {
        then(connection.streams()).containsEntry("producer.linger.ms", "5").doesNotContainKey("basic.auth.user.info");
    }

    @Test
    void keepsTheRegistrysCredentialsForTheRegistry() {
        then(connection.registry())
                .isEqualTo(Map.of(
                        "schema.registry.url", "http://localhost:8081",
                        "schema.registry.patience.ms", "20000",
                        "schema.registry.ssl.truststore.location", "/run/truststore",
                        "basic.auth.user.info", "user:hush"));
    }
}
