package io.fleetorchestrator.cli.up;

import io.fleetorchestrator.client.ClusterConnection;
import io.fleetorchestrator.runtime.service.Service;
import io.fleetorchestrator.runtime.service.ServiceHost;
import io.fleetorchestrator.runtime.settings.Settings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The services in this JVM, stopped in the reverse order of their start. */
final class LocalFleet implements AutoCloseable {

    private static final long POLL_MS = 50;

    private final List<String> common;
    private final List<ServiceHost> hosts = new ArrayList<>();
    private final BlockingQueue<String> ended = new LinkedBlockingQueue<>();

    LocalFleet(ClusterConnection cluster, Path stateDir) {
        this.common = Stream.concat(
                        cluster.flags().stream(),
                        Stream.of("--state-dir", stateDir.toString(), "--http-host", "127.0.0.1"))
                .toList();
    }

    /** Starts a service with these flags and those of all services. */
    <X extends Record> ServiceHost start(Service<X> service, String... flags) throws InterruptedException {
        var all = Stream.of(common.stream(), Stream.of("--http-port", "0"), Stream.of(flags))
                .flatMap(parts -> parts)
                .toArray(String[]::new);
        var host = ServiceHost.start(service, Settings.parse(service.settingsType(), all, Map.of()));
        hosts.add(host);
        watch(service.name(), host);
        return host;
    }

    private void watch(String name, ServiceHost host) {
        var thread = new Thread(() -> noteEnd(name, host), "end-of-" + name);
        thread.setDaemon(true);
        thread.start();
    }

    private void noteEnd(String name, ServiceHost host) {
        try {
            host.awaitEnd();
            ended.add("the " + name + " has stopped" + why(host));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static String why(ServiceHost host) {
        var troubles = host.health().problems().values();
        return troubles.isEmpty() ? "" : ": " + String.join("; ", troubles);
    }

    /** Waits until all are ready; returns whether they are at the timeout. */
    boolean awaitReady(Duration timeout) throws InterruptedException {
        long until = System.nanoTime() + timeout.toNanos();
        while (!isReady() && System.nanoTime() < until) {
            TimeUnit.MILLISECONDS.sleep(POLL_MS);
        }
        return isReady();
    }

    private boolean isReady() {
        return hosts.stream().allMatch(host -> host.health().isReady());
    }

    /** Waits until one of them ends, which none should; returns which, and why. */
    String awaitEnd() throws InterruptedException {
        return ended.take();
    }

    @Override
    public void close() {
        Collections.reverse(hosts);
        hosts.forEach(ServiceHost::close);
        hosts.clear();
    }
}
