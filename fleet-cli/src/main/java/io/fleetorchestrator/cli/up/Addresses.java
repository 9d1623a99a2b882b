package io.fleetorchestrator.cli.up;

import io.fleetorchestrator.cli.connection.RunningFleet;
import io.fleetorchestrator.cli.connection.RunningFleets;
import io.fleetorchestrator.cli.home.FleetHome;
import io.fleetorchestrator.embedded.FreePort;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Where a fleet is found by its user.
 *
 * @param name by which commands choose it, if several run
 * @param httpPort of the page
 * @param log a file of its own: two fleets must not write over each other's lines
 */
record Addresses(String name, int httpPort, Path log) {

    private static final int USUAL_PORT = 8090;

    static Addresses of(UpOptions options, RunningFleets fleets) throws IOException {
        int port = options.httpPort == 0 ? FreePort.find() : options.httpPort;
        var name = options.name.orElse(port == USUAL_PORT ? RunningFleet.USUAL : RunningFleet.USUAL + "-" + port);
        fleets.requireFree(name);
        return new Addresses(name, port, FleetHome.of(System.getenv()).log(name));
    }
}
