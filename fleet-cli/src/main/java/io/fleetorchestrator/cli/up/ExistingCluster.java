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

/** The flags that name a cluster of somebody else's, to be used instead of an own one. */
final class ExistingCluster {

    @Option(
            names = "--bootstrap-servers",
            paramLabel = "HOST:PORT",
            description = "Use this Kafka instead of an own broker; needs --schema-registry-url as well.")
    Optional<String> bootstrapServers = Optional.empty();

    @Option(
            names = {"--schema-registry-url", "--registry"},
            paramLabel = "URL",
            description = "Use this registry.")
    Optional<String> schemaRegistryUrl = Optional.empty();

    @Mixin
    ClientProperties passedThrough = new ClientProperties();

    /** The cluster, if one is named. */
    Optional<ClusterConnection> resolve(Map<String, String> env, String topicPrefix) {
        requireWhole();
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

    private void requireWhole() {
        boolean named = bootstrapServers.isPresent() && schemaRegistryUrl.isPresent();
        boolean hinted = bootstrapServers.isPresent() || schemaRegistryUrl.isPresent() || !passedThrough.isEmpty();
        if (hinted && !named) {
            throw CliException.ofUsage(
                    "another Kafka is named only in part",
                    "give --bootstrap-servers and --schema-registry-url, or neither and no --kafka");
        }
    }
}
