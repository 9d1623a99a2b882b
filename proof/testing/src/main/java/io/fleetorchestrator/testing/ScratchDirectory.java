package io.fleetorchestrator.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** A temporary directory that goes away with all that is in it. */
public record ScratchDirectory(Path path) implements AutoCloseable {

    /** A fresh one, with a name that says whose it is. */
    public static ScratchDirectory create(String owner) {
        try {
            return new ScratchDirectory(Files.createTempDirectory("fleet-test-" + owner + "-"));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    @Override
    public void close() {
        try (var found = Files.walk(path)) {
            found.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(ScratchDirectory::delete);
        } catch (IOException | UncheckedIOException halfGone) {
            // A server may still be removing its own files: what is left stays in the system's temporary directory.
            path.toFile().deleteOnExit();
        }
    }

    private static void delete(java.io.File file) {
        if (!file.delete()) {
            file.deleteOnExit();
        }
    }
}
