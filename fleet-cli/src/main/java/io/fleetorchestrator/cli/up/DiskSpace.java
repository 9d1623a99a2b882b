package io.fleetorchestrator.cli.up;

import io.fleetorchestrator.cli.console.CliException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** The free space on the disk of a directory: without any, Kafka stops, and the fleet with it. */
record DiskSpace(Path directory) {

    private static final long MEGABYTE = 1024 * 1024;

    /** The size of Kafka's logs before the first reading; a history of 60 days takes another 100 MB. */
    private static final long NEEDED = 32 * MEGABYTE;
    /** Kafka fails at the first write that does not fit; most writes are smaller than this. */
    private static final long FULL = 4 * MEGABYTE;

    /** Throws if the fleet would stop at once. */
    void require() {
        if (free() < NEEDED) {
            throw new CliException(
                    directory + " has " + megabytes(free()) + " free, and a fleet needs " + megabytes(NEEDED)
                            + " to start",
                    "free some space on that disk, or choose another directory with --data-dir");
        }
    }

    /** Whether a lack of space probably caused a failure there. */
    boolean isFull() {
        return free() < FULL;
    }

    /** The failure of a full disk. */
    CliException failure() {
        return new CliException(
                directory + " is on a full disk: " + megabytes(free()) + " free",
                "free some space on that disk and start again; with --data-dir, no acknowledged record is lost");
    }

    /** The failure of a broker that cannot write, whether the disk is full or not. */
    CliException ofBroker(String log) {
        return isFull()
                ? failure()
                : new CliException(
                        "the broker cannot write to " + directory + " any more: " + megabytes(free()) + " free",
                        "see " + log + "; make the directory writable and start again");
    }

    private long free() {
        try {
            return Files.getFileStore(directory).getUsableSpace();
        } catch (IOException unknown) {
            return Long.MAX_VALUE;
        }
    }

    private static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%,.1f MB", bytes / (double) MEGABYTE);
    }
}
