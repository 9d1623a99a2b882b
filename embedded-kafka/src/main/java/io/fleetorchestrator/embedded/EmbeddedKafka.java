package io.fleetorchestrator.embedded;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/**
 * A real Kafka broker and controller inside this JVM, listening on loopback only. It keeps its port and its data over
 * {@link #stop} and {@link #start}. Needs {@code kafka_2.13} and {@code kafka-server} on the class path, which this module
 * declares as optional.
 */
public final class EmbeddedKafka implements AutoCloseable {

    private static final int NODE_ID = 1;
    private static final String HOST = "127.0.0.1";
    private static final String CONTROLLER = "CONTROLLER";

    /** A single broker: no replicas, and no other members to wait for. */
    private static final Map<String, String> ALONE = Map.of(
            "offsets.topic.replication.factor", "1",
            "transaction.state.log.replication.factor", "1",
            "transaction.state.log.min.isr", "1",
            "share.coordinator.state.topic.replication.factor", "1",
            "share.coordinator.state.topic.min.isr", "1",
            "group.initial.rebalance.delay.ms", "0");

    /** It shares the JVM: few threads and partitions, and less than the log cleaner's default of 128 MB. */
    private static final Map<String, String> SMALL = Map.of(
            "offsets.topic.num.partitions", "4",
            "transaction.state.log.num.partitions", "4",
            "share.coordinator.state.topic.num.partitions", "1",
            "num.network.threads", "2",
            "num.io.threads", "4",
            "background.threads", "2",
            "log.cleaner.dedupe.buffer.size", Integer.toString(8 * 1024 * 1024));

    private final Path directory;
    private final int port;
    private final Map<String, String> properties;
    private Optional<KafkaRaftServer> running = Optional.empty();

    private EmbeddedKafka(Path directory, int port, Map<String, String> overrides) {
        this.directory = directory;
        this.port = port;
        this.properties = properties(directory, port, FreePort.find());
        properties.putAll(overrides);
    }

    /** A broker on a free port, not yet started. */
    public static EmbeddedKafka in(Path directory) {
        return in(directory, FreePort.find(), Map.of());
    }

    /**
     * A broker on the given port, not yet started.
     *
     * @param directory of its logs; formatted at the first start, and used again afterwards
     * @param overrides broker properties, which take precedence
     */
    public static EmbeddedKafka in(Path directory, int port, Map<String, String> overrides) {
        return new EmbeddedKafka(directory, port, overrides);
    }

    public String bootstrapServers() {
        return HOST + ":" + port;
    }

    /** Starts the broker and waits until it serves; does nothing if it is running. */
    public synchronized void start() {
        if (running.isEmpty()) {
            formatIfNew();
            var server = new KafkaRaftServer(new KafkaConfig(properties, false), Time.SYSTEM);
            server.startup();
            running = Optional.of(server);
        }
    }

    /** Shuts the broker down; does nothing if it is stopped. */
    public synchronized void stop() {
        running.ifPresent(server -> {
            server.shutdown();
            server.awaitShutdown();
        });
        running = Optional.empty();
    }

    @Override
    public void close() {
        stop();
    }

    private void formatIfNew() {
        if (Files.exists(directory.resolve("meta.properties"))) {
            return;
        }
        try (var silent = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
            Files.createDirectories(directory);
            new Formatter()
                    .setPrintStream(silent)
                    .setNodeId(NODE_ID)
                    .setClusterId(Uuid.randomUuid().toString())
                    .setControllerListenerName(CONTROLLER)
                    .setMetadataLogDirectory(directory.toString())
                    .addDirectory(directory.toString())
                    .run();
        } catch (IOException unwritable) {
            throw new UncheckedIOException("cannot write the broker's data to " + directory, unwritable);
        } catch (Exception refused) {
            throw new IllegalStateException("cannot format " + directory + " for a broker", refused);
        }
    }

    private static Map<String, String> properties(Path directory, int port, int controllerPort) {
        var properties = new HashMap<String, String>();
        properties.put("process.roles", "broker,controller");
        properties.put("node.id", Integer.toString(NODE_ID));
        properties.put("controller.quorum.voters", NODE_ID + "@" + HOST + ":" + controllerPort);
        properties.put("controller.listener.names", CONTROLLER);
        properties.put(
                "listeners", "PLAINTEXT://%s:%d,%s://%s:%d".formatted(HOST, port, CONTROLLER, HOST, controllerPort));
        properties.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT," + CONTROLLER + ":PLAINTEXT");
        properties.put("log.dirs", directory.toString());
        properties.put("auto.create.topics.enable", "false");
        properties.putAll(ALONE);
        properties.putAll(SMALL);
        return properties;
    }
}
