package io.fleetorchestrator.cli.up;

import io.fleetorchestrator.cli.console.CliException;
import io.fleetorchestrator.cli.home.Leftovers;
import io.fleetorchestrator.cli.home.PrivateFiles;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;

/**
 * The data of a local fleet: in a directory that the user chose, or in a temporary one that is deleted at the end. Only its
 * owner can read it, because it holds the names and the tenants of all workloads.
 *
 * @param lock held as long as the fleet runs; the system releases it however the process ends
 */
record DataDirectory(Path path, boolean temporary, FileChannel lock) implements AutoCloseable {

    static DataDirectory open(Optional<Path> chosen) throws IOException {
        var path =
                chosen.isPresent() ? PrivateFiles.directory(chosen.get()) : Files.createTempDirectory(Leftovers.DATA);
        var directory = new DataDirectory(path, chosen.isEmpty(), locked(path));
        directory.makePrivate();
        return directory;
    }

    /** A directory that the user chose may hold other files too, so it becomes private only if a fleet has used it before. */
    private void makePrivate() throws IOException {
        if (hasData()) {
            PrivateFiles.privateDirectory(path);
        }
        for (var part : List.of(kafka(), registry(), state())) {
            PrivateFiles.privateDirectory(part);
        }
    }

    private static FileChannel locked(Path path) throws IOException {
        var channel = FileChannel.open(PrivateFiles.file(path.resolve("lock")), StandardOpenOption.WRITE);
        if (lock(channel).isEmpty()) {
            channel.close();
            throw new CliException(
                    path + " is in use by another 'fleet up'",
                    "stop the other one, or choose another directory with --data-dir");
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

    /** Whether it holds the data of an earlier run. */
    boolean hasData() {
        return Files.exists(kafka().resolve("meta.properties"));
    }

    @Override
    public void close() throws IOException {
        lock.close();
        if (temporary) {
            Leftovers.delete(path);
        }
    }
}
