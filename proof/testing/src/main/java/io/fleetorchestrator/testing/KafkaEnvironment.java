package io.fleetorchestrator.testing;

import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * A real broker and a real registry for integration tests. Register it as a static field:
 *
 * <pre>{@code
 * @RegisterExtension
 * static final KafkaEnvironment kafka = KafkaEnvironment.shared();
 * }</pre>
 */
public final class KafkaEnvironment implements Platform, BeforeAllCallback, AfterAllCallback {

    private static final Namespace NAMESPACE = Namespace.create(KafkaEnvironment.class);

    private final boolean isolated;
    private final Queue<TopicSpace> spaces = new ConcurrentLinkedQueue<>();
    private Optional<Servers> servers = Optional.empty();

    private KafkaEnvironment(boolean isolated) {
        this.isolated = isolated;
    }

    /** The one all tests of this JVM share: leave it running, and keep to topics of your own ({@link #freshTopics}). */
    public static KafkaEnvironment shared() {
        return new KafkaEnvironment(false);
    }

    /** One for this test class alone, which may stop and restart its parts. */
    public static KafkaEnvironment isolated() {
        return new KafkaEnvironment(true);
    }

    @Override
    public String bootstrapServers() {
        return servers().broker().address();
    }

    /** The Confluent API of the registry, which is started by the first call. */
    @Override
    public String registryUrl() {
        return servers().registry().address();
    }

    /** The network on which containers of the test find broker and registry, and by which names. */
    public ContainerNetwork network() {
        return new ContainerNetwork(
                servers().network().orElseThrow(() -> new IllegalStateException("they do not run in containers")),
                ContainerServer.BROKER_INSIDE,
                ContainerServer.REGISTRY_INSIDE);
    }

    /** Whether broker and registry run in containers here. */
    public static boolean runsInDocker() {
        return Venue.chosen() == Venue.DOCKER;
    }

    /** A copy of all topics of the contract under a prefix nobody else uses. */
    public TopicSpace freshTopics() {
        var space = TopicSpace.on(this);
        spaces.add(space);
        return space;
    }

    /** Stops the broker and starts it again on the same port with the same data. */
    public void restartBroker() {
        stopBroker();
        startBroker();
    }

    public void stopBroker() {
        mine().broker().stop();
    }

    public void startBroker() {
        mine().broker().start();
    }

    public void stopRegistry() {
        mine().registry().stop();
    }

    public void startRegistry() {
        mine().registry().start();
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        servers = Optional.of(isolated ? Servers.start() : ofThisJvm(context));
    }

    @Override
    public void afterAll(ExtensionContext context) {
        spaces.forEach(TopicSpace::close);
        if (isolated) {
            servers().close();
        }
    }

    /** The root store closes it after the last test. */
    private static Servers ofThisJvm(ExtensionContext context) {
        return context.getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent(Servers.class, key -> Servers.start(), Servers.class);
    }

    private Servers mine() {
        if (!isolated) {
            throw new IllegalStateException(
                    "others use this broker too: take KafkaEnvironment.isolated() to stop its parts");
        }
        return servers();
    }

    private Servers servers() {
        return servers.orElseThrow(() -> new IllegalStateException(
                "not started: register the environment as a static field with @RegisterExtension"));
    }
}
