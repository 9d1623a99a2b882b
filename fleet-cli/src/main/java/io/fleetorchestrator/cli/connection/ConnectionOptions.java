package io.fleetorchestrator.cli.connection;

import io.fleetorchestrator.cli.Complaint;
import io.fleetorchestrator.runtime.logging.Logging;
import io.fleetorchestrator.schemas.topics.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The flags that say which cluster a command talks to; without them, the {@code fleet up} that runs here. */
public final class ConnectionOptions {

    @Option(
            names = "--bootstrap-servers",
            paramLabel = "HOST:PORT",
            description = "Kafka brokers. Default: FLEET_BOOTSTRAP_SERVERS, else the running 'fleet up'.")
    Optional<String> bootstrapServers = Optional.empty();

    @Option(
            names = {"--schema-registry-url", "--registry"},
            paramLabel = "URL",
            description = "Schema registry. Default: FLEET_SCHEMA_REGISTRY_URL, else the running 'fleet up'.")
    Optional<String> schemaRegistryUrl = Optional.empty();

    @Mixin
    TopicPrefix topicPrefix = new TopicPrefix();

    @Mixin
    PassedThrough passedThrough = new PassedThrough();

    /** The cluster that the flags, the environment or a running fleet name. */
    public Connection resolve() {
        Logging.silence();
        return resolve(System.getenv());
    }

    /** The same for a command that needs the brokers only. */
    public Connection resolveBrokers() {
        Logging.silence();
        var env = System.getenv();
        return connection(env, "--bootstrap-servers", brokers(env));
    }

    Connection resolve(Map<String, String> env) {
        var brokers = brokers(env);
        var registry = registry(env).orElseThrow(() -> missing("no schema registry named", "--schema-registry-url"));
        return connection(env, "--bootstrap-servers", brokers, "--schema-registry-url", registry);
    }

    /** Whether a registry is named by the flags, the environment or a running fleet. */
    public boolean namesRegistry() {
        return registry(System.getenv()).isPresent();
    }

    private Connection connection(Map<String, String> env, String... addresses) {
        var flags = new ArrayList<>(List.of(addresses));
        flags.addAll(List.of("--topic-prefix", prefix(env)));
        flags.addAll(passedThrough.flags());
        return Connection.of(flags, env);
    }

    /** A fleet that runs there knows under which prefix. */
    private String prefix(Map<String, String> env) {
        return topicPrefix
                .named(env)
                .or(() -> running(env)
                        .filter(fleet -> fleet.bootstrapServers().equals(brokers(env)))
                        .map(RunningFleet::topicPrefix))
                .orElse(Topics.DEFAULT_PREFIX);
    }

    private String brokers(Map<String, String> env) {
        return bootstrapServers
                .or(() -> Optional.ofNullable(env.get("FLEET_BOOTSTRAP_SERVERS")))
                .or(() -> running(env).map(RunningFleet::bootstrapServers))
                .orElseThrow(
                        () -> missing("no Kafka brokers named and no 'fleet up' running here", "--bootstrap-servers"));
    }

    private Optional<String> registry(Map<String, String> env) {
        return schemaRegistryUrl
                .or(() -> Optional.ofNullable(env.get("FLEET_SCHEMA_REGISTRY_URL")))
                .or(() -> running(env).map(RunningFleet::registryUrl));
    }

    private static Optional<RunningFleet> running(Map<String, String> env) {
        return RunningFleet.find(RunningFleet.file(env));
    }

    private static Complaint missing(String cause, String flag) {
        return Complaint.ofUsage(cause, "start './fleet up' in another terminal, or give " + flag);
    }
}
