package io.fleetorchestrator.cli.up;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fleetorchestrator.cli.console.CliException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class ExistingClusterTest {

    @Test
    void isEmptyWithoutFlags() {
        var env = Map.of("FLEET_BOOTSTRAP_SERVERS", "kafka:9092", "FLEET_KAFKA_SECURITY_PROTOCOL", "SSL");

        assertThat(existing().resolve(env, "trial.")).isEmpty();
    }

    @Test
    void isReachedWithTheCredentialsOfServices() {
        var cluster = existing(
                        "--bootstrap-servers",
                        "kafka:9093",
                        "--registry",
                        "https://registry",
                        "--kafka",
                        "security.protocol=SASL_SSL")
                .resolve(Map.of("FLEET_KAFKA_SASL_MECHANISM", "PLAIN"), "trial.")
                .orElseThrow();

        assertThat(cluster.flags())
                .contains("kafka:9093", "https://registry", "trial.")
                .contains("--kafka=security.protocol=SASL_SSL", "--kafka=sasl.mechanism=PLAIN");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"--bootstrap-servers=kafka:9092", "--registry=http://registry", "--kafka=security.protocol=SSL"})
    void needsBothAddressesOrNone(String part) {
        assertThatThrownBy(() -> existing(part).resolve(Map.of(), "trial."))
                .isInstanceOf(CliException.class)
                .hasMessageContaining("are not both given");
    }

    private static ExistingCluster existing(String... flags) {
        return CommandLine.populateCommand(new ExistingCluster(), flags);
    }
}
