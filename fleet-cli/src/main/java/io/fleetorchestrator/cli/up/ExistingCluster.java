package io.fleetorchestrator.cli.up;

import io.fleetorchestrator.cli.connection.ClientProperties;
import io.fleetorchestrator.cli.console.CliException;
import io.fleetorchestrator.client.ClusterConnection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The flags that name an existing cluster, used instead of the embedded one. */
final class ExistingCluster {

    @Option(
            names = "--bootstrap-servers",
            paramLabel = "HOST:PORT",
            description = "Use this Kafka instead of the built-in broker; needs --schema-registry-url as well.")
    Optional<String> bootstrapServers = Optional.empty();

    @Option(
            names = {"--schema-registry-url", "--registry"},
            paramLabel = "URL",
            description = "Use this schema registry.")
    Optional<String> schemaRegistryUrl = Optional.empty();

    @Mixin
    ClientProperties passedThrough = new ClientProperties();

    /** The cluster, if one is named. */
    Optional<ClusterConnection> resolve(Map<String, String> env, String topicPrefix) {
        requireBoth();
        return bootstrapServers.map(brokers -> ClusterConnection.of(flags(brokers, topicPrefix), env));
    }

    private List<String> flags(String brokers, String topicPrefix) {
        var flags = new ArrayList<>(List.of(
                "--bootstrap-servers", brokers,
                "--schema-registry-url", schemaRegistryUrl.orElseThrow(),
                "--topic-prefix", topicPrefix));
        flags.addAll(passedThrough.flags());
        return flags;
    }

    private void requireBoth() {
        boolean complete = bootstrapServers.isPresent() && schemaRegistryUrl.isPresent();
        boolean any = bootstrapServers.isPresent() || schemaRegistryUrl.isPresent() || !passedThrough.isEmpty();
        if (any && !complete) {
            throw CliException.ofUsage(
                    "--bootstrap-servers and --schema-registry-url are not both given",
                    "give both to use an existing Kafka; without them, leave out --kafka too");
        }
    }
}
