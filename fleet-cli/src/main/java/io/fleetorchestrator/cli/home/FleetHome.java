package io.fleetorchestrator.cli.home;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** The directory of a user in which running fleets and their logs are found: {@code ~/.fleet}, or FLEET_HOME. */
public record FleetHome(Path path) {

    public static FleetHome of(Map<String, String> env) {
        var named = env.getOrDefault("FLEET_HOME", "");
        return new FleetHome(
                named.isBlank()
                        ? Path.of(System.getProperty("user.home"), ".fleet")
                        : Path.of(named).toAbsolutePath());
    }

    /** One file for each fleet that runs. */
    public Path running() {
        return path.resolve("running");
    }

    /** The log of a fleet, created so that only its owner can read and write it. */
    public Path log(String fleet) throws IOException {
        PrivateFiles.directory(path);
        return PrivateFiles.file(path.resolve(fleet + ".log"));
    }
}
