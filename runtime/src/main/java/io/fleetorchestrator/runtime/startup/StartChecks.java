package io.fleetorchestrator.runtime.startup;

import io.fleetorchestrator.runtime.health.Health;
import io.fleetorchestrator.runtime.settings.KafkaConnection;
import io.fleetorchestrator.schemas.topics.Topic;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Waits, within bounds, until the cluster is as a service needs it; refuses what waiting does not mend. */
public final class StartChecks {

    private static final String TRANSACTION_VERSION = "transaction.version";

    private final KafkaConnection connection;
    private final RetryUntilDeadline patience;

    /** Checks that tell this gate what they are waiting for, and give up after this time. */
    public StartChecks(KafkaConnection connection, Duration timeout, Health.Gate gate) {
        this.connection = connection;
        this.patience = new RetryUntilDeadline(timeout, gate);
    }

    /** Returns when the topics are there as needed, with how many partitions each has, by its name on the cluster. */
    public Map<String, Integer> run(TopicNeeds needs) throws InterruptedException {
        return run(needs, 0);
    }

    /** The same, on a cluster whose transactions are of this version at least. */
    public Map<String, Integer> run(TopicNeeds needs, int minTransactionVersion) throws InterruptedException {
        try (var cluster = reached()) {
            checkTransactions(cluster, minTransactionVersion);
            var partitions = existing(cluster, needs);
            needs.copartitioned().forEach(group -> checkCopartitioned(group, partitions));
            return partitions;
        }
    }

    private ClusterProbe reached() throws InterruptedException {
        return patience.until(
                () -> ClusterProbe.connect(connection),
                "check bootstrap-servers, and on a secured cluster --kafka security.protocol=…");
    }

    private void checkTransactions(ClusterProbe cluster, int least) throws InterruptedException {
        if (least == 0) {
            return;
        }
        var version = patience.until(() -> cluster.feature(TRANSACTION_VERSION), "check the brokers' logs");
        if (version < least) {
            throw new StartCheckException("the cluster runs transaction.version=" + version + ", and it takes " + least
                    + " to rule out hanging transactions; raise it with: kafka-features.sh --bootstrap-server "
                    + connection.service().bootstrapServers() + " upgrade --feature " + TRANSACTION_VERSION + "="
                    + least
                    + " (or accept the risk with --min-transaction-version 0)");
        }
    }

    private Map<String, Integer> existing(ClusterProbe cluster, TopicNeeds needs) throws InterruptedException {
        var names = needs.topics().stream().map(this::nameOf).collect(Collectors.toSet());
        return patience.until(() -> cluster.partitions(names), "create them with: " + applyCommand());
    }

    private void checkCopartitioned(Set<Topic<?>> group, Map<String, Integer> partitions) {
        var ofGroup = new TreeMap<>(partitions);
        ofGroup.keySet().retainAll(group.stream().map(this::nameOf).collect(Collectors.toSet()));
        if (Set.copyOf(ofGroup.values()).size() > 1) {
            throw new StartCheckException(
                    "topics that are joined need as many partitions as each other, and these have " + ofGroup
                            + "; delete those that differ and recreate them with: " + applyCommand());
        }
    }

    private String applyCommand() {
        var service = connection.service();
        return "fleet topics apply --bootstrap-servers " + service.bootstrapServers() + " --topic-prefix "
                + service.topicPrefix();
    }

    private String nameOf(Topic<?> topic) {
        return topic.name(connection.service().topicPrefix());
    }
}
