package io.fleetorchestrator.cli.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fleetorchestrator.cli.console.CliException;
import io.fleetorchestrator.runtime.settings.Settings;
import io.fleetorchestrator.runtime.settings.SettingsException;
import io.fleetorchestrator.scheduler.Scheduler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ConnectionOptionsTest {

    private static final Map<String, String> NAMED =
            Map.of("FLEET_BOOTSTRAP_SERVERS", "kafka:9093", "FLEET_SCHEMA_REGISTRY_URL", "https://registry");

    @TempDir
    Path home;

    @Test
    void passesTheSamePropertiesAsServicesOfTheEnvironment() {
        // given
        var env = Map.of(
                "FLEET_BOOTSTRAP_SERVERS", "kafka:9093",
                "FLEET_SCHEMA_REGISTRY_URL", "https://registry",
                "FLEET_KAFKA_SECURITY_PROTOCOL", "SASL_SSL",
                "FLEET_GRACE", "PT5M");

        // when
        var cluster = options("--kafka", "basic.auth.user.info=me:secret").resolve(env);

        // then
        assertThat(cluster.kafka().consumer())
                .containsEntry("bootstrap.servers", "kafka:9093")
                .containsEntry("security.protocol", "SASL_SSL")
                .doesNotContainKey("basic.auth.user.info");
        assertThat(cluster.kafka().registry())
                .containsEntry("schema.registry.url", "https://registry")
                .containsEntry("basic.auth.user.info", "me:secret");
    }

    @Test
    void readsSecretsFromFiles() throws IOException {
        var secret = Files.writeString(home.resolve("jaas"), "ScramLoginModule required;\n");

        var cluster = options("--kafka-file", "sasl.jaas.config=" + secret).resolve(NAMED);

        assertThat(cluster.kafka().admin()).containsEntry("sasl.jaas.config", "ScramLoginModule required;");
    }

    @Test
    void givesServicesTheSameCluster() {
        var cluster = options("--topic-prefix", "mine.", "--kafka", "sasl.jaas.config=required user=\"a=b\";")
                .resolve(NAMED);

        var service =
                Settings.parse(new Scheduler().settingsType(), cluster.flags().toArray(String[]::new), Map.of());

        assertThat(service.value().service()).isEqualTo(cluster.kafka().service());
        assertThat(service.kafka()).containsExactly(Map.entry("sasl.jaas.config", "required user=\"a=b\";"));
    }

    @Test
    void findsTheTopicsOfARunningFleetUnderItsPrefix() throws IOException {
        var env = Map.of("FLEET_HOME", home.toString());
        RunningFleets.of(env).announce(RunningFleetsTest.fleet("up", "127.0.0.1:9092"));

        assertThat(options().resolve(env).topicPrefix()).isEqualTo("trial.");
        assertThat(options("--topic-prefix", "mine.").resolve(env).topicPrefix())
                .isEqualTo("mine.");
        assertThat(options("--bootstrap-servers", "elsewhere:9092", "--registry", "http://elsewhere:8081")
                        .resolve(env)
                        .topicPrefix())
                .isEqualTo("fleet.");
    }

    @Test
    void doesNotMixTheRegistryOfARunningFleetWithBrokersElsewhere() throws IOException {
        var env = Map.of("FLEET_HOME", home.toString());
        RunningFleets.of(env).announce(RunningFleetsTest.fleet("up", "127.0.0.1:9092"));

        assertThatThrownBy(
                        () -> options("--bootstrap-servers", "elsewhere:9092").resolve(env))
                .hasMessage("no schema registry is given");
        assertThat(options("--bootstrap-servers", "127.0.0.1:9092").resolve(env).registryUrl())
                .isEqualTo("http://127.0.0.1:8081");
    }

    @Test
    void needsAContextForSeveralRunningFleets() throws IOException {
        // given
        var env = new HashMap<>(Map.of("FLEET_HOME", home.toString()));
        RunningFleets.of(env).announce(RunningFleetsTest.fleet("up", "127.0.0.1:9092"));
        RunningFleets.of(env).announce(RunningFleetsTest.fleet("up-8091", "127.0.0.1:9093"));

        // then
        assertThatThrownBy(() -> options().resolve(env)).hasMessageContaining("2 fleets are running: up (");
        assertThat(options("--context", "up-8091").resolve(env).bootstrapServers())
                .isEqualTo("127.0.0.1:9093");
        assertThat(options("--bootstrap-servers", "127.0.0.1:9092").resolve(env).topicPrefix())
                .isEqualTo("trial.");

        // when
        env.put("FLEET_CONTEXT", "up");

        // then
        assertThat(options().resolve(env).bootstrapServers()).isEqualTo("127.0.0.1:9092");
        assertThat(options("--context", "up-8091").resolve(env).bootstrapServers())
                .isEqualTo("127.0.0.1:9093");
    }

    @Test
    void prefersTheCommandLineToTheEnvironment() throws IOException {
        var env = new HashMap<>(NAMED);
        env.put("FLEET_HOME", home.toString());
        RunningFleets.of(env).announce(RunningFleetsTest.fleet("up", "127.0.0.1:9092"));

        assertThat(options().resolve(env).bootstrapServers()).isEqualTo("kafka:9093");
        assertThat(options("--context", "up").resolve(env).bootstrapServers()).isEqualTo("127.0.0.1:9092");
        assertThat(options("--context", "up").resolve(env).registryUrl()).isEqualTo("http://127.0.0.1:8081");
    }

    @Test
    void takesThePrefixOfTheEnvironment() {
        var env = new HashMap<>(NAMED);
        env.put("FLEET_TOPIC_PREFIX", "trial.");

        assertThat(options().resolve(env).topicPrefix()).isEqualTo("trial.");
    }

    @Test
    void rejectsReservedProperties() {
        assertThatThrownBy(() ->
                        options("--kafka", "isolation.level=read_uncommitted").resolve(NAMED))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("isolation.level");
    }

    @Test
    void namesTheMissingAddress() {
        var env = Map.of("FLEET_HOME", home.toString());

        assertThatThrownBy(() -> options().resolve(env))
                .isInstanceOf(CliException.class)
                .hasMessageStartingWith("no Kafka brokers are given");
        assertThatThrownBy(() -> options("--bootstrap-servers", "kafka:9092").resolve(env))
                .isInstanceOf(CliException.class)
                .hasMessage("no schema registry is given");
    }

    private static ConnectionOptions options(String... flags) {
        return CommandLine.populateCommand(new ConnectionOptions(), flags);
    }
}
