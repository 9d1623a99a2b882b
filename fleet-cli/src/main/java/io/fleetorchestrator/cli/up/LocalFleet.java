package io.fleetorchestrator.cli.up;

import io.fleetorchestrator.runtime.service.Service;
import io.fleetorchestrator.runtime.service.ServiceHost;
import io.fleetorchestrator.runtime.settings.Settings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The services that run in this JVM, stopped in the reverse order of their start. */
final class LocalFleet implements AutoCloseable {

    private final List<String> common;
    private final List<ServiceHost> hosts = new ArrayList<>();

    LocalFleet(Backbone backbone, Path stateDir) {
        this.common = List.of(
                "--bootstrap-servers", backbone.bootstrapServers(),
                "--schema-registry-url", backbone.registryUrl(),
                "--state-dir", stateDir.toString(),
                "--http-host", "127.0.0.1");
    }

    /** Starts one service with these flags beside those that all have. */
    <X extends Record> ServiceHost start(Service<X> service, int port, String... flags) throws InterruptedException {
        var all = Stream.of(common.stream(), Stream.of("--http-port", Integer.toString(port)), Stream.of(flags))
                .flatMap(parts -> parts)
                .toArray(String[]::new);
        var host = ServiceHost.start(service, Settings.parse(service.settingsType(), all, Map.of()));
        hosts.add(host);
        return host;
    }

    @Override
    public void close() {
        Collections.reverse(hosts);
        hosts.forEach(ServiceHost::close);
        hosts.clear();
    }
}
