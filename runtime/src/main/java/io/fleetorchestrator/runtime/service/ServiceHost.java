package io.fleetorchestrator.runtime.service;

import io.fleetorchestrator.runtime.health.Health;
import io.fleetorchestrator.runtime.http.OpsServer;
import io.fleetorchestrator.runtime.metrics.ServiceMetrics;
import io.fleetorchestrator.runtime.settings.KafkaConnection;
import io.fleetorchestrator.runtime.settings.LoadedSettings;
import io.fleetorchestrator.runtime.startup.RegistryCheck;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs a service with its metrics and its endpoint, alone in a JVM or together with others. */
public final class ServiceHost implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ServiceHost.class);

    private final String name;
    private final Health health = new Health();
    /** Closed until all parts are known: the first may be ready before the next is added. */
    private final Health.Gate start = health.gate("service");

    private final ServiceMetrics metrics;
    private final OpsServer server;
    private volatile Optional<RunningService> running = Optional.empty();

    private ServiceHost(String name, String host, int port) {
        this.name = name;
        this.metrics = new ServiceMetrics(name);
        this.server = OpsServer.start(host, port, health, metrics::scrape, this::topology);
    }

    /** Starts the endpoint, so that probes see what the service waits for, then the service. Returns when it has started. */
    public static <X extends Record> ServiceHost start(Service<X> service, LoadedSettings<X> settings)
            throws InterruptedException {
        var common = service.common(settings.value());
        var host = new ServiceHost(service.name(), common.httpHost(), common.httpPort());
        try {
            host.run(service, settings.value(), new KafkaConnection(common, settings.kafka()));
            return host;
        } catch (InterruptedException | RuntimeException e) {
            host.close();
            throw e;
        }
    }

    private <X extends Record> void run(Service<X> service, X settings, KafkaConnection connection)
            throws InterruptedException {
        LOG.info("Starting {}; health and metrics on port {}", name, port());
        service.check(settings);
        RegistryCheck.run(connection, service.topics(settings));
        var context = new ServiceContext(name, connection, health, metrics.registry());
        running = Optional.of(service.start(settings, context));
        start.open();
        LOG.info("Started {}", name);
    }

    /** Waits until the service has ended by itself. */
    public ServiceExitCode awaitEnd() throws InterruptedException {
        return running.orElseThrow().awaitEnd() ? ServiceExitCode.OK : ServiceExitCode.FAILURE;
    }

    public Health health() {
        return health;
    }

    /** The port of its endpoint. */
    public int port() {
        return server.port();
    }

    @Override
    public void close() {
        running.ifPresent(RunningService::close);
        server.close();
        metrics.close();
        LOG.info("Stopped {}", name);
    }

    private String topology() {
        return running.map(RunningService::topology).orElse("not started yet\n");
    }
}
