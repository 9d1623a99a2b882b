package io.fleetorchestrator.runtime.testing;

/** A broker, and a registry that starts when it is first asked for: not every test needs one. */
final class Servers implements AutoCloseable {

    private final Server broker;
    private final Server registry;
    private boolean registryWanted;

    private Servers(Server broker, Server registry) {
        this.broker = broker;
        this.registry = registry;
    }

    static Servers start() {
        var venue = Venue.chosen();
        var servers = new Servers(venue.broker(), venue.registry());
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

    @Override
    public void close() {
        registry.close();
        broker.close();
    }
}
