package io.fleetorchestrator.cli.connection;

import io.fleetorchestrator.runtime.logging.Logging;
import io.fleetorchestrator.schemas.serdes.AvroSerdes;
import io.fleetorchestrator.schemas.topics.Topics;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The flags that say which cluster a command talks to; without them, the {@code fleet up} that runs here. */
public final class ConnectionOptions {

    @Option(
            names = "--bootstrap-servers",
            paramLabel = "HOST:PORT",
            description = "Kafka brokers. Default: FLEET_BOOTSTRAP_SERVERS, else the running 'fleet up'.")
    Optional<String> bootstrapServers = Optional.empty();

    @Option(
            names = "--schema-registry-url",
            paramLabel = "URL",
            description = "Schema registry. Default: FLEET_SCHEMA_REGISTRY_URL, else the running 'fleet up'.")
    Optional<String> schemaRegistryUrl = Optional.empty();

    @Option(
            names = "--topic-prefix",
            paramLabel = "PREFIX",
            defaultValue = "${env:FLEET_TOPIC_PREFIX:-" + Topics.DEFAULT_PREFIX + "}",
            description = "Prefix of all topic names. Default: ${DEFAULT-VALUE}")
    String topicPrefix = Topics.DEFAULT_PREFIX;

    @Option(
            names = "--kafka",
            paramLabel = "KEY=VALUE",
            description = "Kafka client or registry property, for example security.protocol=SASL_SSL. Repeatable.")
    Map<String, String> kafka = new LinkedHashMap<>();

    @Spec(Spec.Target.MIXEE)
    CommandSpec command = CommandSpec.create();

    /** The cluster that the flags, the environment or a running fleet name. */
    public Connection resolve() {
        Logging.silence();
        return resolve(System.getenv());
    }

    /** The same for a command that needs the brokers only. */
    public Connection resolveBrokers() {
        Logging.silence();
        return new Connection(topicPrefix, Map.copyOf(brokerProperties(System.getenv())));
    }

    Connection resolve(Map<String, String> env) {
        var properties = brokerProperties(env);
        properties.put(
                AvroSerdes.SCHEMA_REGISTRY_URL,
                registry(env).orElseThrow(() -> missing("no schema registry named", "--schema-registry-url")));
        return new Connection(topicPrefix, Map.copyOf(properties));
    }

    /** Whether a registry is named by the flags, the environment or a running fleet. */
    public boolean namesRegistry() {
        return registry(System.getenv()).isPresent();
    }

    private Optional<String> registry(Map<String, String> env) {
        return schemaRegistryUrl
                .or(() -> Optional.ofNullable(env.get("FLEET_SCHEMA_REGISTRY_URL")))
                .or(() -> running(env).map(RunningFleet::registryUrl));
    }

    private Map<String, String> brokerProperties(Map<String, String> env) {
        var properties = new HashMap<>(kafka);
        properties.put(
                "bootstrap.servers",
                bootstrapServers
                        .or(() -> Optional.ofNullable(env.get("FLEET_BOOTSTRAP_SERVERS")))
                        .or(() -> running(env).map(RunningFleet::bootstrapServers))
                        .orElseThrow(() -> missing(
                                "no Kafka brokers named and no 'fleet up' running here", "--bootstrap-servers")));
        return properties;
    }

    private static Optional<RunningFleet> running(Map<String, String> env) {
        return RunningFleet.find(RunningFleet.file(env));
    }

    private ParameterException missing(String cause, String flag) {
        return new ParameterException(
                command.commandLine(), cause + ": start './fleet up' in another terminal, or give " + flag);
    }
}
