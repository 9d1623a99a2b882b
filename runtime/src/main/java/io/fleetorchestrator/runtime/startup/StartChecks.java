package io.fleetorchestrator.runtime.startup;

import io.fleetorchestrator.runtime.health.Health;
import io.fleetorchestrator.runtime.settings.KafkaConnection;
import io.fleetorchestrator.schemas.topics.Topic;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Waits for a limited time until the cluster meets the needs of a service. Fails where waiting does not help. */
public final class StartChecks {

    private static final String TRANSACTION_VERSION = "transaction.version";

    private final KafkaConnection connection;
    private final RetryUntilDeadline patience;

    /** Checks that report to this gate what they wait for, and fail after this time. */
    public StartChecks(KafkaConnection connection, Duration timeout, Health.Gate gate) {
        this.connection = connection;
        this.patience = new RetryUntilDeadline(timeout, gate);
    }

    /** Waits for the topics, and returns their numbers of partitions by their names on the cluster. */
    public Map<String, Integer> run(TopicNeeds needs) throws InterruptedException {
        return run(needs, 0);
    }

    /** The same, on a cluster with at least this transaction version. */
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
            throw new StartCheckException("the cluster runs transaction.version=" + version + ", but " + least
                    + " is required to prevent hanging transactions; raise it with: kafka-features.sh --bootstrap-server "
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
            throw new StartCheckException("topics that are joined have different numbers of partitions: " + ofGroup
                    + "; delete those that differ and create them again with: " + applyCommand());
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
