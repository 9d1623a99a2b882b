package io.fleetorchestrator.cli.connection;

import io.fleetorchestrator.cli.console.CliException;
import io.fleetorchestrator.cli.home.FleetHome;
import io.fleetorchestrator.cli.home.PrivateFiles;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * The running fleets of this user, a file for each. With one fleet, commands in a second terminal need no flags; with
 * several, they need a name.
 */
public record RunningFleets(Path directory) {

    private static final String SUFFIX = ".properties";

    public static RunningFleets of(Map<String, String> env) {
        return new RunningFleets(FleetHome.of(env).running());
    }

    /** Those whose process is alive, by name; files of others are removed. */
    public List<RunningFleet> all() {
        var alive = new ArrayList<RunningFleet>();
        try (var files = Files.newDirectoryStream(directory, "*" + SUFFIX)) {
            for (var file : files) {
                var fleet = read(file);
                fleet.filter(RunningFleet::isAlive).ifPresentOrElse(alive::add, () -> forget(file));
            }
        } catch (IOException | DirectoryIteratorException none) {
            return List.of();
        }
        alive.sort(Comparator.comparing(RunningFleet::name));
        return alive;
    }

    private static Optional<RunningFleet> read(Path file) {
        var name = String.valueOf(file.getFileName());
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
            return Optional.of(RunningFleet.from(name.substring(0, name.length() - SUFFIX.length()), properties));
        } catch (IOException | IllegalArgumentException vanishedOrUnreadable) {
            return Optional.empty();
        }
    }

    private static void forget(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException kept) {
            // It is ignored as long as its process is not alive.
        }
    }

    /** The fleet of this name. */
    public RunningFleet named(String name) {
        var all = all();
        return all.stream()
                .filter(fleet -> fleet.name().equals(name))
                .findFirst()
                .orElseThrow(() -> CliException.ofUsage(
                        "no 'fleet up' named '" + name + "' is running",
                        all.isEmpty() ? "none is running; start one with 'fleet up'" : "running: " + described(all)));
    }

    /** The fleet whose brokers these are, if it is one of this user's. */
    Optional<RunningFleet> at(String bootstrapServers) {
        return all().stream()
                .filter(fleet -> fleet.bootstrapServers().equals(bootstrapServers))
                .findFirst();
    }

    /** The only running fleet, if there is one; throws if there are several. */
    public Optional<RunningFleet> only() {
        var all = all();
        if (all.size() > 1) {
            throw CliException.ofUsage(
                    all.size() + " fleets are running: " + described(all),
                    "choose one with --context NAME or FLEET_CONTEXT=NAME");
        }
        return all.stream().findFirst();
    }

    private static String described(List<RunningFleet> fleets) {
        return fleets.stream().map(RunningFleet::described).collect(Collectors.joining(", "));
    }

    /** Rejects a name that is not a valid file name, or that a running fleet uses. */
    public void requireFree(String name) {
        if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,63}")) {
            throw CliException.ofUsage(
                    "'" + name + "' is not a valid name of a fleet",
                    "use at most 64 letters, digits, '-', '_' and '.'");
        }
        all().stream().filter(fleet -> fleet.name().equals(name)).findFirst().ifPresent(fleet -> {
            throw new CliException(
                    "a 'fleet up' named " + fleet.described() + " is running",
                    "stop it (kill " + fleet.pid() + "), or choose another name with --name");
        });
    }

    /** Lets later commands find this fleet. */
    public void announce(RunningFleet fleet) throws IOException {
        PrivateFiles.directory(directory);
        var draft = PrivateFiles.file(directory.resolve(fleet.name() + ".draft"));
        try (var writer = Files.newBufferedWriter(draft)) {
            fleet.properties().store(writer, "A running 'fleet up'");
        }
        Files.move(draft, file(fleet), StandardCopyOption.REPLACE_EXISTING);
    }

    public void withdraw(RunningFleet fleet) throws IOException {
        Files.deleteIfExists(file(fleet));
    }

    private Path file(RunningFleet fleet) {
        return directory.resolve(fleet.name() + SUFFIX);
    }
}
