package io.fleetorchestrator.cli.up;

import io.fleetorchestrator.cli.console.CliException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** What is left on the disk of a directory: without any, Kafka stops, and so does the fleet. */
record DiskSpace(Path directory) {

    private static final long MEGABYTE = 1024 * 1024;

    /** Kafka's logs start with about that much before the first reading; a history of 60 days takes another 100 MB. */
    private static final long NEEDED = 32 * MEGABYTE;
    /** Kafka fails at the first write that does not fit, and most that it writes is smaller than this. */
    private static final long FULL = 4 * MEGABYTE;

    /** Refuses to start where it would stop at once. */
    void require() {
        if (free() < NEEDED) {
            throw new CliException(
                    directory + " has " + megabytes(free()) + " free, and a fleet needs " + megabytes(NEEDED)
                            + " to start",
                    "free some space on that disk, or give another directory with --data-dir");
        }
    }

    /** Whether what has failed there may well have failed for want of space. */
    boolean isFull() {
        return free() < FULL;
    }

    /** That the disk is full, and what to do about it. */
    CliException complaint() {
        return new CliException(
                directory + " is on a full disk: " + megabytes(free()) + " free",
                "free some space on that disk and start again; nothing that was acknowledged is lost in a --data-dir");
    }

    /** What Kafka could not write to, whether for want of space or not. */
    CliException ofBroker(String log) {
        return isFull()
                ? complaint()
                : new CliException(
                        "the broker cannot write to " + directory + " any more: " + megabytes(free()) + " free",
                        "see " + log + "; once the directory can be written to, start again");
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
