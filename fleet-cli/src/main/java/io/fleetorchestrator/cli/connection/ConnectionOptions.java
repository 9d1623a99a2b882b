package io.fleetorchestrator.cli.connection;

import io.fleetorchestrator.cli.console.CliException;
import io.fleetorchestrator.client.ClusterConnection;
import io.fleetorchestrator.runtime.logging.Logging;
import io.fleetorchestrator.schemas.topics.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The flags that name the cluster of a command; without them, the {@code fleet up} that runs here. */
public final class ConnectionOptions {

    @Option(
            names = "--context",
            paramLabel = "NAME",
            description = "The running 'fleet up' to use, by name. Default: FLEET_CONTEXT, else the only one")
    Optional<String> context = Optional.empty();

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
    ClientProperties passedThrough = new ClientProperties();

    /** The cluster that the flags, the environment or a running fleet name. */
    public ClusterConnection resolve() {
        Logging.silence();
        return resolve(System.getenv());
    }

    /** The same for a command that needs the brokers only. */
    public ClusterConnection resolveBrokers() {
        Logging.silence();
        var env = System.getenv();
        return connection(env, "--bootstrap-servers", brokers(env));
    }

    ClusterConnection resolve(Map<String, String> env) {
        var brokers = brokers(env);
        var registry = registry(env).orElseThrow(() -> missing("no schema registry is given", "--schema-registry-url"));
        return connection(env, "--bootstrap-servers", brokers, "--schema-registry-url", registry);
    }

    /** Whether a registry is named by the flags, the environment or a running fleet. */
    public boolean namesRegistry() {
        return registry(System.getenv()).isPresent();
    }

    private ClusterConnection connection(Map<String, String> env, String... addresses) {
        var flags = new ArrayList<>(List.of(addresses));
        flags.addAll(List.of("--topic-prefix", prefix(env)));
        flags.addAll(passedThrough.flags());
        return ClusterConnection.of(flags, env);
    }

    /** A running fleet has announced its prefix. */
    private String prefix(Map<String, String> env) {
        return topicPrefix
                .named(env)
                .or(() -> running(env).map(RunningFleet::topicPrefix))
                .orElse(Topics.DEFAULT_PREFIX);
    }

    private String brokers(Map<String, String> env) {
        return namedBrokers(env)
                .or(() -> running(env).map(RunningFleet::bootstrapServers))
                .orElseThrow(() ->
                        missing("no Kafka brokers are given and no 'fleet up' is running", "--bootstrap-servers"));
    }

    /** A context on the command line overrides addresses in the environment. */
    private Optional<String> namedBrokers(Map<String, String> env) {
        return bootstrapServers.or(
                () -> context.isPresent() ? Optional.empty() : Optional.ofNullable(env.get("FLEET_BOOTSTRAP_SERVERS")));
    }

    private Optional<String> registry(Map<String, String> env) {
        var variable = context.isPresent()
                ? Optional.<String>empty()
                : Optional.ofNullable(env.get("FLEET_SCHEMA_REGISTRY_URL"));
        return schemaRegistryUrl.or(() -> variable).or(() -> running(env).map(RunningFleet::registryUrl));
    }

    /** The running fleet at the brokers that are named, else the one of the context, else the only one. */
    private Optional<RunningFleet> running(Map<String, String> env) {
        var fleets = RunningFleets.of(env);
        var brokers = namedBrokers(env);
        if (brokers.isPresent()) {
            return fleets.at(brokers.get());
        }
        var chosen = context.or(() -> Optional.ofNullable(env.get("FLEET_CONTEXT")));
        return chosen.isPresent() ? chosen.map(fleets::named) : fleets.only();
    }

    private static CliException missing(String cause, String flag) {
        return CliException.ofUsage(cause, "start './fleet up' in another terminal, or set " + flag);
    }
}
