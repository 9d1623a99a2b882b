package io.fleetorchestrator.cli.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fleetorchestrator.cli.console.CliException;
import io.fleetorchestrator.client.ClusterConnection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class RunningFleetsTest {

    @TempDir
    Path home;

    private RunningFleets fleets;

    @BeforeEach
    void open() {
        fleets = RunningFleets.of(Map.of("FLEET_HOME", home.toString()));
    }

    @Test
    void findsAnAnnouncedFleet() throws IOException {
        var running = fleet("up", "127.0.0.1:9092");

        fleets.announce(running);

        assertThat(fleets.only()).contains(running);
        assertThat(fleets.named("up")).isEqualTo(running);
    }

    @Test
    void keepsSeveralApart() throws IOException {
        // given
        var first = fleet("up", "127.0.0.1:9092");
        var second = fleet("up-8091", "127.0.0.1:9093");
        fleets.announce(first);
        fleets.announce(second);

        // then
        assertThat(fleets.named("up")).isEqualTo(first);
        assertThat(fleets.named("up-8091")).isEqualTo(second);
        assertThatThrownBy(fleets::only)
                .isInstanceOf(CliException.class)
                .hasMessageContaining("2 fleets are running: up (127.0.0.1:9092, process ")
                .hasMessageContaining("up-8091 (127.0.0.1:9093");

        // when
        fleets.withdraw(second);

        // then
        assertThat(fleets.only()).contains(first);
    }

    @Test
    void namesTheRunningFleetsIfAnUnknownOneIsChosen() throws IOException {
        fleets.announce(fleet("up", "127.0.0.1:9092"));

        assertThatThrownBy(() -> fleets.named("atlantis")).hasMessage("no 'fleet up' named 'atlantis' is running");
    }

    @Test
    void forgetsAFleetWhoseProcessHasEnded() throws Exception {
        // given
        var gone = new ProcessBuilder("true").start();
        gone.waitFor();

        // when
        fleets.announce(new RunningFleet(
                "up", "127.0.0.1:9092", "http://127.0.0.1:8081", "fleet.", gone.pid(), Optional.empty()));

        // then
        assertThat(fleets.only()).isEmpty();
        assertThat(fleets.directory()).isEmptyDirectory();
    }

    @Test
    void forgetsAFleetWhoseProcessIdWasReused() throws IOException {
        fleets.announce(new RunningFleet(
                "up",
                "127.0.0.1:9092",
                "http://127.0.0.1:8081",
                "fleet.",
                ProcessHandle.current().pid(),
                Optional.of(Instant.parse("2020-01-01T00:00:00Z"))));

        assertThat(fleets.only()).isEmpty();
    }

    @Test
    void skipsAFileThatIsNotAnAnnouncement() throws IOException {
        Files.createDirectories(fleets.directory());
        Files.write(fleets.directory().resolve("noise.properties"), new byte[] {(byte) 0xff, 0, 1});
        Files.writeString(fleets.directory().resolve("odd.properties"), "pid=many\\u00zz");

        assertThat(fleets.all()).isEmpty();
    }

    @Test
    void rejectsANameThatIsUsedOrCannotBeAFile() throws IOException {
        fleets.announce(fleet("up", "127.0.0.1:9092"));

        assertThatThrownBy(() -> fleets.requireFree("up"))
                .hasMessageStartingWith("a 'fleet up' named up (127.0.0.1:9092, process");
        assertThatThrownBy(() -> fleets.requireFree("../up")).hasMessage("'../up' is not a valid name of a fleet");
        fleets.requireFree("up-8091");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void isReadableForItsUserOnly() throws IOException {
        fleets.announce(fleet("up", "127.0.0.1:9092"));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(fleets.directory())))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(fleets.directory().resolve("up.properties"))))
                .isEqualTo("rw-------");
    }

    static RunningFleet fleet(String name, String brokers) {
        return RunningFleet.here(name, ClusterConnection.of(brokers, "http://127.0.0.1:8081", "trial."));
    }
}
