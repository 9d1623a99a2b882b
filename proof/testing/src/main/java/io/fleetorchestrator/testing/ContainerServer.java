package io.fleetorchestrator.testing;

import io.fleetorchestrator.embedded.FreePort;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.Network;

/** A server in a container, on a host port that it keeps while it is stopped. */
final class ContainerServer implements Server {

    /** For the start alone: an image that must be pulled is pulled before. */
    private static final Duration START_TIMEOUT = Duration.ofMinutes(2);

    private static final int KAFKA_PORT = 9092;
    private static final int REGISTRY_PORT = 8080;

    private static final String BROKER = "kafka";
    private static final String REGISTRY = "registry";

    /** What they are called by containers of the same network. */
    static final String BROKER_INSIDE = BROKER + ":9093";

    static final String REGISTRY_INSIDE = "http://" + REGISTRY + ":" + REGISTRY_PORT + "/apis/ccompat/v7";

    private final FixedPortContainer container;
    private final String address;
    private final Callable<Boolean> serves;
    private boolean running;

    private ContainerServer(FixedPortContainer container, String address, Callable<Boolean> serves) {
        this.container = container;
        this.address = address;
        this.serves = serves;
    }

    /** A broker from an image that takes its settings as apache/kafka does. */
    static ContainerServer broker(String image, Network network) {
        int port = FreePort.find();
        var address = "localhost:" + port;
        var container = new FixedPortContainer(image, port, KAFKA_PORT)
                .withEnv(brokerSettings(address))
                .withNetwork(network)
                .withNetworkAliases(BROKER);
        return new ContainerServer(container, address, () -> Probe.brokerServes(address));
    }

    /** A registry from an image that serves as apicurio/apicurio-registry does. */
    static ContainerServer registry(String image, Network network) {
        int port = FreePort.find();
        var origin = "http://localhost:" + port;
        var container = new FixedPortContainer(image, port, REGISTRY_PORT)
                // A file instead of memory: schemas must survive a stop.
                .withEnv("APICURIO_DATASOURCE_URL", "jdbc:h2:file:/tmp/registry")
                .withNetwork(network)
                .withNetworkAliases(REGISTRY);
        var health = URI.create(origin + "/health/ready");
        return new ContainerServer(container, origin + "/apis/ccompat/v7", () -> Probe.answersOk(health));
    }

    private static Map<String, String> brokerSettings(String advertised) {
        return Map.ofEntries(
                Map.entry("KAFKA_NODE_ID", "1"),
                Map.entry("KAFKA_PROCESS_ROLES", "broker,controller"),
                Map.entry("KAFKA_LISTENERS", "PLAINTEXT://:" + KAFKA_PORT + ",INTERNAL://:9093,CONTROLLER://:9094"),
                // It ends transactions by calling itself, and from inside the container the host's port is not there.
                Map.entry("KAFKA_ADVERTISED_LISTENERS", "PLAINTEXT://" + advertised + ",INTERNAL://" + BROKER_INSIDE),
                Map.entry("KAFKA_INTER_BROKER_LISTENER_NAME", "INTERNAL"),
                Map.entry("KAFKA_CONTROLLER_LISTENER_NAMES", "CONTROLLER"),
                Map.entry(
                        "KAFKA_LISTENER_SECURITY_PROTOCOL_MAP",
                        "CONTROLLER:PLAINTEXT,INTERNAL:PLAINTEXT,PLAINTEXT:PLAINTEXT"),
                Map.entry("KAFKA_CONTROLLER_QUORUM_VOTERS", "1@localhost:9094"),
                Map.entry("KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR", "1"),
                Map.entry("KAFKA_OFFSETS_TOPIC_NUM_PARTITIONS", "4"),
                Map.entry("KAFKA_TRANSACTION_STATE_LOG_REPLICATION_FACTOR", "1"),
                Map.entry("KAFKA_TRANSACTION_STATE_LOG_MIN_ISR", "1"),
                Map.entry("KAFKA_TRANSACTION_STATE_LOG_NUM_PARTITIONS", "4"),
                Map.entry("KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0"),
                Map.entry("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false"));
    }

    @Override
    public String address() {
        return address;
    }

    @Override
    public synchronized void start() {
        if (!running) {
            container.run();
            running = true;
            Awaitility.await(address + " to serve").atMost(START_TIMEOUT).until(serves);
        }
    }

    @Override
    public synchronized void stop() {
        if (running) {
            container.halt();
            running = false;
        }
    }

    @Override
    public void close() {
        container.stop();
    }

    /** Testcontainers would give every start a new container and every container a random port. */
    private static final class FixedPortContainer extends GenericContainer<FixedPortContainer> {

        FixedPortContainer(String image, int hostPort, int containerPort) {
            super(image);
            addFixedExposedPort(hostPort, containerPort);
        }

        void halt() {
            getDockerClient().stopContainerCmd(getContainerId()).exec();
        }

        void run() {
            if (getContainerId() == null) {
                start();
            } else {
                getDockerClient().startContainerCmd(getContainerId()).exec();
            }
        }
    }
}
