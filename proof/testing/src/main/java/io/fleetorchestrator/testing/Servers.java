package io.fleetorchestrator.testing;

import java.util.Optional;
import org.testcontainers.containers.Network;

/** A broker, and a registry that starts when it is first asked for: not every test needs one. */
final class Servers implements AutoCloseable {

    private final Server broker;
    private final Server registry;
    private final Optional<Network> network;
    private boolean registryWanted;

    Servers(Server broker, Server registry, Optional<Network> network) {
        this.broker = broker;
        this.registry = registry;
        this.network = network;
    }

    static Servers start() {
        var servers = Venue.chosen().servers();
        servers.broker.start();
        return servers;
    }

    Server broker() {
        return broker;
    }

    synchronized Server registry() {
        if (!registryWanted) {
            registry.start();
            registryWanted = true;
        }
        return registry;
    }

    /** The network that they share when they are containers. */
    Optional<Network> network() {
        return network;
    }

    @Override
    public void close() {
        registry.close();
        broker.close();
        network.ifPresent(Network::close);
    }
}
