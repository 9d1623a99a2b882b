package io.fleetorchestrator.cli.up;

import io.fleetorchestrator.cli.Complaint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.Optional;

/**
 * Where a local fleet keeps its data: a directory of the user's that stays, or a fresh one that goes.
 *
 * @param lock held as long as the fleet runs; the system lets go of it however the process ends
 */
record DataDirectory(Path path, boolean temporary, FileChannel lock) implements AutoCloseable {

    static DataDirectory open(Optional<Path> chosen) throws IOException {
        var path = chosen.isPresent()
                ? Files.createDirectories(chosen.get()).toAbsolutePath()
                : Files.createTempDirectory("fleet-up-");
        return new DataDirectory(path, chosen.isEmpty(), locked(path));
    }

    private static FileChannel locked(Path path) throws IOException {
        var channel = FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (lock(channel).isEmpty()) {
            channel.close();
            throw new Complaint(
                    path + " is in use by another 'fleet up'",
                    "stop that one, or give another directory with --data-dir");
        }
        return channel;
    }

    private static Optional<FileLock> lock(FileChannel channel) throws IOException {
        try {
            return Optional.ofNullable(channel.tryLock());
        } catch (OverlappingFileLockException inThisProcess) {
            return Optional.empty();
        }
    }

    Path kafka() {
        return path.resolve("kafka");
    }

    Path registry() {
        return path.resolve("registry");
    }

    Path state() {
        return path.resolve("state");
    }

    /** Whether an earlier run has left its data here. */
    boolean continues() {
        return Files.exists(kafka().resolve("meta.properties"));
    }

    @Override
    public void close() throws IOException {
        lock.close();
        if (temporary) {
            remove();
        }
    }

    private void remove() {
        try (var files = Files.walk(path)) {
            files.sorted(Comparator.reverseOrder()).forEach(DataDirectory::delete);
        } catch (IOException | UncheckedIOException leftBehind) {
            // A temporary directory that could not be emptied is the system's to clean.
            path.toFile().deleteOnExit();
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException inUse) {
            throw new UncheckedIOException(inUse);
        }
    }
}
