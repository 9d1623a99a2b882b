package io.fleetorchestrator.cli.up;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;

/** Where a local fleet keeps its data: a directory of the user's that stays, or a fresh one that goes. */
record DataDirectory(Path path, boolean temporary) implements AutoCloseable {

    static DataDirectory open(Optional<Path> chosen) throws IOException {
        if (chosen.isPresent()) {
            return new DataDirectory(Files.createDirectories(chosen.get()).toAbsolutePath(), false);
        }
        return new DataDirectory(Files.createTempDirectory("fleet-up-"), true);
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
    public void close() {
        if (!temporary) {
            return;
        }
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
