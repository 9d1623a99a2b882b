package io.fleetorchestrator.cli.up;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.fleetorchestrator.cli.console.ExitCode;
import io.fleetorchestrator.testing.ScratchDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code fleet up} on a disk that fills up: a file system in memory, which only root can mount. */
class UpDiskFullIT {

    private static final String SIZE = "192m";
    private static final int ATTEMPTS = 20_000;

    @TempDir
    Path home;

    private final ScratchDirectory disk = ScratchDirectory.create("up-disk");

    @BeforeEach
    void mount() throws Exception {
        var target = disk.path().toString();
        int code = run("mount", "-t", "tmpfs", "-o", "size=" + SIZE, "tmpfs", target);
        assumeTrue(code == 0, "cannot mount a small disk here: only root can");
    }

    @AfterEach
    void unmount() throws Exception {
        run("umount", "-l", disk.path().toString());
        disk.close();
    }

    @Test
    void namesTheFullDiskAndLosesNoAcknowledgedRecord() throws Exception {
        var data = disk.path().resolve("data");
        try (var fleet = new KeptFleet(home, data)) {
            fleet.awaitAtWork();
            assertThat(fleet.submit("before", 20)).isTrue();

            // when the disk fills up
            var filler = disk.path().resolve("filler");
            fill(filler);
            boolean alive = true;
            for (int attempt = 0; alive && attempt < ATTEMPTS; attempt++) {
                alive = fleet.submit("full-" + attempt, 1_000);
            }

            // then it ends and names the disk
            assertThat(fleet.awaitExit()).isEqualTo(ExitCode.FAILED);
            assertThat(fleet.output())
                    .contains("fleet: " + data + " is on a full disk: ")
                    .contains("free some space on that disk and start again");

            // when it is started on the full disk
            fleet.startAgain();

            // then
            assertThat(fleet.awaitExit()).isEqualTo(ExitCode.FAILED);
            assertThat(fleet.output()).contains("fleet: " + data + " has ", " free, and a fleet needs");

            // when there is free space again
            Files.delete(filler);
            fleet.startAgain();
            fleet.awaitAtWork();

            // then
            assertThat(fleet.awaitDecisions().values()).as("times decided").containsOnly(1);
        }
    }

    private static void fill(Path filler) {
        try (var out = Files.newOutputStream(filler)) {
            while (true) {
                out.write(new byte[1024 * 1024]);
            }
        } catch (IOException full) {
            // The disk is full, as intended.
        }
    }

    private static int run(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command).start().waitFor();
        } catch (IOException missing) {
            return -1;
        }
    }
}
