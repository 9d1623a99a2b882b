package io.fleetorchestrator.reliability.scene;

import io.fleetorchestrator.embedded.FreePort;
import io.fleetorchestrator.testing.ChildJvm;
import io.fleetorchestrator.testing.TcpProxy;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.apache.kafka.metadata.storage.Formatter;

/** One broker of a cluster in a JVM of its own; it keeps its ports and its data over crashes and restarts. */
public final class Broker implements AutoCloseable {

    private static final String HOST = "127.0.0.1";

    private final int id;
    private final Path directory;
    private final int port = FreePort.find();
    private final int controllerPort = FreePort.find();
    private final int wiredPort = FreePort.find();
    private final TcpProxy wire = TcpProxy.to(HOST, wiredPort);
    private Optional<ChildJvm> running = Optional.empty();

    Broker(int id, Path directory) {
        this.id = id;
        this.directory = directory;
    }

    String address() {
        return HOST + ":" + port;
    }

    /** The same broker behind a proxy that can be cut. */
    String wiredAddress() {
        return HOST + ":" + wire.port();
    }

    String voter() {
        return id + "@" + HOST + ":" + controllerPort;
    }

    TcpProxy wire() {
        return wire;
    }

    void format(String clusterId, Properties shared) {
        try (var silent = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
            Files.createDirectories(directory);
            var properties = properties(shared);
            try (var out = Files.newOutputStream(file())) {
                properties.store(out, null);
            }
            new Formatter()
                    .setPrintStream(silent)
                    .setNodeId(id)
                    .setClusterId(clusterId)
                    .setControllerListenerName("CONTROLLER")
                    .setMetadataLogDirectory(logs().toString())
                    .addDirectory(logs().toString())
                    .run();
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        } catch (Exception refused) {
            throw new IllegalStateException("cannot format " + directory + " for a broker", refused);
        }
    }

    public void start() {
        var environment = Map.of("CLASSPATH", System.getProperty("java.class.path"));
        running = Optional.of(
                ChildJvm.launch("broker-" + id, List.of("-Xmx400m", "kafka.Kafka", file().toString()), environment));
    }

    /** SIGKILL. */
    public void kill() {
        running.ifPresent(ChildJvm::kill);
    }

    /** SIGTERM: it moves its leaders first. */
    public void terminate() {
        running.ifPresent(ChildJvm::terminate);
    }

    @Override
    public void close() {
        kill();
        wire.close();
    }

    private Path file() {
        return directory.resolve("server.properties");
    }

    private Path logs() {
        return directory.resolve("logs");
    }

    private Properties properties(Properties shared) {
        var properties = new Properties();
        properties.putAll(shared);
        properties.put("node.id", Integer.toString(id));
        properties.put("process.roles", "broker,controller");
        properties.put("log.dirs", logs().toString());
        properties.put(
                "listeners",
                "PLAINTEXT://%s,WIRED://%s:%d,CONTROLLER://%s:%d"
                        .formatted(address(), HOST, wiredPort, HOST, controllerPort));
        properties.put("advertised.listeners", "PLAINTEXT://%s,WIRED://%s".formatted(address(), wiredAddress()));
        return properties;
    }
}
