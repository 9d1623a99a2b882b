package io.fleetorchestrator.reliability.scene;

import io.fleetorchestrator.testing.ApicurioProcess;
import io.fleetorchestrator.testing.Platform;
import io.fleetorchestrator.testing.ScratchDirectory;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.Uuid;
import org.awaitility.Awaitility;

/** Three brokers with a replication factor of three, and a registry, all of them processes. */
public final class Cluster implements Platform, AutoCloseable {

    private static final int BROKERS = 3;

    private final ScratchDirectory directory = ScratchDirectory.create("cluster");
    private final ApicurioProcess registry = new ApicurioProcess();
    private final List<Broker> brokers;

    private Cluster() {
        brokers = IntStream.rangeClosed(1, BROKERS)
                .mapToObj(id -> new Broker(id, directory.path().resolve("broker-" + id)))
                .toList();
    }

    public static Cluster start() {
        var cluster = new Cluster();
        var shared = cluster.shared();
        var clusterId = Uuid.randomUuid().toString();
        cluster.brokers.forEach(broker -> broker.format(clusterId, shared));
        cluster.brokers.forEach(Broker::start);
        cluster.registry.start();
        cluster.awaitWhole();
        return cluster;
    }

    @Override
    public String bootstrapServers() {
        return brokers.stream().map(Broker::address).collect(Collectors.joining(","));
    }

    /** The same brokers behind proxies that {@link #cut} cuts. */
    public String wiredBootstrapServers() {
        return brokers.stream().map(Broker::wiredAddress).collect(Collectors.joining(","));
    }

    @Override
    public String registryUrl() {
        return registry.address();
    }

    @Override
    public short replicas() {
        return BROKERS;
    }

    public List<Broker> brokers() {
        return brokers;
    }

    public ApicurioProcess registry() {
        return registry;
    }

    public void cut() {
        brokers.forEach(broker -> broker.wire().cut());
    }

    public void mend() {
        brokers.forEach(broker -> broker.wire().mend());
    }

    /** Waits until every broker is up and every partition has all replicas in sync. */
    public void awaitWhole() {
        Awaitility.await("a whole cluster").atMost(Duration.ofMinutes(3)).until(this::isWhole);
    }

    @Override
    public void close() {
        brokers.forEach(Broker::close);
        registry.close();
        directory.close();
    }

    private boolean isWhole() throws InterruptedException {
        try (var admin = admin()) {
            var nodes = admin.describeCluster().nodes().get(10, TimeUnit.SECONDS);
            var names = admin.listTopics().names().get(10, TimeUnit.SECONDS);
            var topics = admin.describeTopics(names).allTopicNames().get(10, TimeUnit.SECONDS);
            return nodes.size() == BROKERS && topics.values().stream().allMatch(Cluster::inSync);
        } catch (ExecutionException | TimeoutException notYet) {
            return false;
        }
    }

    private static boolean inSync(TopicDescription topic) {
        return topic.partitions().stream()
                .allMatch(partition ->
                        partition.isr().size() == partition.replicas().size());
    }

    private Properties shared() {
        var properties = new Properties();
        properties.put("controller.quorum.voters", joined(Broker::voter));
        properties.put("controller.listener.names", "CONTROLLER");
        properties.put("inter.broker.listener.name", "PLAINTEXT");
        properties.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,WIRED:PLAINTEXT,CONTROLLER:PLAINTEXT");
        properties.put("auto.create.topics.enable", "false");
        properties.put("default.replication.factor", "3");
        properties.put("min.insync.replicas", "2");
        properties.put("offsets.topic.replication.factor", "3");
        properties.put("transaction.state.log.replication.factor", "3");
        properties.put("transaction.state.log.min.isr", "2");
        // Three brokers on one machine: few threads and partitions each, and a small cleaner.
        properties.put("offsets.topic.num.partitions", "6");
        properties.put("transaction.state.log.num.partitions", "6");
        properties.put("num.network.threads", "2");
        properties.put("num.io.threads", "4");
        properties.put("log.cleaner.dedupe.buffer.size", Integer.toString(8 * 1024 * 1024));
        properties.put("group.initial.rebalance.delay.ms", "0");
        return properties;
    }

    private String joined(Function<Broker, String> part) {
        return brokers.stream().map(part).collect(Collectors.joining(","));
    }
}
