package io.fleetorchestrator.runtime.startup;

import io.fleetorchestrator.runtime.settings.KafkaConnection;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Queries a cluster. A query that is not answered soon throws a {@link NotYetException}. */
final class ClusterProbe implements AutoCloseable {

    /** Short, because a query without an answer is retried. */
    private static final int ANSWER_WITHIN_MS = 5_000;

    private final Admin admin;

    private ClusterProbe(Admin admin) {
        this.admin = admin;
    }

    static ClusterProbe connect(KafkaConnection connection) throws NotYetException, InterruptedException {
        var cluster = new ClusterProbe(admin(connection));
        try {
            answer(cluster.admin.describeCluster().nodes(), brokers(connection));
            return cluster;
        } catch (NotYetException | InterruptedException | RuntimeException e) {
            cluster.close();
            throw e;
        }
    }

    /** The finalized level of a feature; 0 when the cluster does not know it. */
    short feature(String name) throws NotYetException, InterruptedException {
        var features = answer(admin.describeFeatures().featureMetadata(), "the cluster's features");
        return Optional.ofNullable(features.finalizedFeatures().get(name))
                .map(range -> range.maxVersionLevel())
                .orElse((short) 0);
    }

    /** The number of partitions of each topic. */
    Map<String, Integer> partitions(Collection<String> topics) throws NotYetException, InterruptedException {
        var partitions = new HashMap<String, Integer>();
        var missing = new TreeSet<String>();
        for (var topic : admin.describeTopics(topics).topicNameValues().entrySet()) {
            try {
                partitions.put(
                        topic.getKey(), topic.getValue().get().partitions().size());
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof UnknownTopicOrPartitionException)) {
                    throw notYet("the description of " + topic.getKey(), e);
                }
                missing.add(topic.getKey());
            }
        }
        if (!missing.isEmpty()) {
            throw new NotYetException("missing topics " + String.join(", ", missing));
        }
        return partitions;
    }

    @Override
    public void close() {
        admin.close();
    }

    private static Admin admin(KafkaConnection connection) throws NotYetException {
        var config = connection.admin();
        config.putIfAbsent(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, ANSWER_WITHIN_MS);
        config.putIfAbsent(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, ANSWER_WITHIN_MS);
        try {
            return Admin.create(config);
        } catch (KafkaException e) {
            // A host name that does not resolve may belong to a container that is not up yet.
            throw new NotYetException(brokers(connection) + " (" + deepest(e).getMessage() + ")");
        }
    }

    private static String brokers(KafkaConnection connection) {
        return "broker " + connection.service().bootstrapServers();
    }

    private static <T> T answer(KafkaFuture<T> question, String what) throws NotYetException, InterruptedException {
        try {
            return question.get();
        } catch (ExecutionException e) {
            throw notYet(what, e);
        }
    }

    /** Waiting does not help if credentials or permissions are missing. */
    private static NotYetException notYet(String what, ExecutionException e) {
        var cause = deepest(e);
        if (cause instanceof AuthenticationException || cause instanceof AuthorizationException) {
            throw new StartCheckException(what + " denied access: " + cause.getMessage());
        }
        return new NotYetException(what + " (" + cause.getMessage() + ")");
    }

    private static Throwable deepest(Throwable failure) {
        var cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }
}
