package io.fleetorchestrator.cli.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunningFleetTest {

    @TempDir
    Path home;

    @Test
    void findsTheFleetThatAnnouncedItself() throws IOException {
        // given
        var file = RunningFleet.file(Map.of("FLEET_HOME", home.toString()));
        var running = new RunningFleet(
                "127.0.0.1:9092",
                "http://127.0.0.1:8081",
                "trial.",
                ProcessHandle.current().pid());

        // when
        running.announce(file);

        // then
        assertThat(RunningFleet.find(file)).contains(running);
    }

    @Test
    void forgetsAFleetWhoseProcessHasGone() throws Exception {
        // given
        var gone = new ProcessBuilder("true").start();
        gone.waitFor();
        var file = RunningFleet.file(Map.of("FLEET_HOME", home.toString()));

        // when
        new RunningFleet("127.0.0.1:9092", "http://127.0.0.1:8081", "trial.", gone.pid()).announce(file);

        // then
        assertThat(RunningFleet.find(file)).isEmpty();
    }
}
