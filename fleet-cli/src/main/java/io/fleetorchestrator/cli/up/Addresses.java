package io.fleetorchestrator.cli.up;

import io.fleetorchestrator.cli.connection.RunningFleet;
import io.fleetorchestrator.cli.connection.RunningFleets;
import io.fleetorchestrator.cli.home.FleetHome;
import io.fleetorchestrator.embedded.FreePort;
import java.io.IOException;
import java.nio.file.Path;

/**
 * The name, port and log of a fleet.
 *
 * @param name with which commands choose it when several run
 * @param httpPort of the page
 * @param log a file for each fleet, so that two never overwrite each other's lines
 */
record Addresses(String name, int httpPort, Path log) {

    private static final int DEFAULT_PORT = 8090;

    static Addresses of(UpOptions options, RunningFleets fleets) throws IOException {
        int port = options.httpPort == 0 ? FreePort.find() : options.httpPort;
        var name = options.name.orElse(
                port == DEFAULT_PORT ? RunningFleet.DEFAULT_NAME : RunningFleet.DEFAULT_NAME + "-" + port);
        fleets.requireFree(name);
        return new Addresses(name, port, FleetHome.of(System.getenv()).log(name));
    }
}
