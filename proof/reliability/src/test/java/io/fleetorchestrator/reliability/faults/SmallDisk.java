package io.fleetorchestrator.reliability.faults;

import io.fleetorchestrator.testing.ScratchDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** A file system of two megabytes, in memory; only root can mount one, so the test is skipped for other users. */
record SmallDisk(ScratchDirectory directory) implements AutoCloseable {

    private static final int KILOBYTES = 2048;

    static SmallDisk mount() {
        var directory = ScratchDirectory.create("disk");
        int code = run(
                "mount",
                "-t",
                "tmpfs",
                "-o",
                "size=" + KILOBYTES + "k",
                "tmpfs",
                directory.path().toString());
        if (code != 0) {
            directory.close();
        }
        Assumptions.assumeTrue(code == 0, "cannot mount a small disk here");
        return new SmallDisk(directory);
    }

    Path path() {
        return directory.path();
    }

    /** Writes until the disk is full. */
    void fill() {
        try (var out = Files.newOutputStream(filler())) {
            for (int written = 0; written <= KILOBYTES; written++) {
                out.write(new byte[1024]);
            }
            throw new IllegalStateException("the disk is larger than it should be");
        } catch (IOException full) {
            // The disk is full, as intended.
        }
    }

    void clear() {
        try {
            Files.deleteIfExists(filler());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    @Override
    public void close() {
        run("umount", "-l", path().toString());
        directory.close();
    }

    private Path filler() {
        return path().resolve("filler");
    }

    private static int run(String... command) {
        try {
            return new ProcessBuilder(command).start().waitFor();
        } catch (IOException missing) {
            return -1;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
