package io.fleetorchestrator.cli.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;

/**
 * Files that killed fleets left behind: their data, if it was in a temporary directory, and XGBoost's native library of
 * 16 MB, which is unpacked at every start.
 */
public final class Leftovers {

    /** Prefix of temporary data directories. */
    public static final String DATA = "fleet-up-";

    private static final String LIBRARY = "libxgboost4j";

    /** Younger files may belong to a fleet that is starting. */
    private static final Duration YOUNG = Duration.ofMinutes(10);

    private final Path temporary;
    private final String user;
    private final Instant now;

    private Leftovers(Path temporary, String user, Instant now) {
        this.temporary = temporary;
        this.user = user;
        this.now = now;
    }

    /** Removes the files of this user's killed fleets from the directory of temporary files. */
    public static void remove(Path temporary, Instant now) {
        var user = System.getProperty("user.name", "");
        new Leftovers(temporary, user, now).remove();
    }

    private void remove() {
        try (var files = Files.newDirectoryStream(temporary, this::isLeft)) {
            files.forEach(Leftovers::delete);
        } catch (IOException | UncheckedIOException unreadable) {
            // Nothing depends on it; the next start tries again.
        }
    }

    private boolean isLeft(Path file) throws IOException {
        var name = String.valueOf(file.getFileName());
        boolean library = name.startsWith(LIBRARY);
        return (library || name.startsWith(DATA))
                && Files.getOwner(file).getName().equals(user)
                && Files.getLastModifiedTime(file).toInstant().isBefore(now.minus(YOUNG))
                // A library that is in use works on after its file is deleted.
                && (library || !isLocked(file.resolve("lock")));
    }

    private static boolean isLocked(Path lock) throws IOException {
        if (!Files.exists(lock)) {
            return false;
        }
        try (var channel = FileChannel.open(lock, StandardOpenOption.WRITE);
                var held = channel.tryLock()) {
            return held == null;
        } catch (OverlappingFileLockException byThisProcess) {
            return true;
        }
    }

    /** Deletes a file, or a directory with its content, as far as possible. */
    public static void delete(Path path) {
        try (var files = Files.walk(path)) {
            files.sorted(Comparator.reverseOrder()).forEach(Leftovers::deleteOne);
        } catch (IOException | UncheckedIOException leftBehind) {
            // Another try at the end of this process; after that, it is left to the system.
            path.toFile().deleteOnExit();
        }
    }

    private static void deleteOne(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException inUse) {
            throw new UncheckedIOException(inUse);
        }
    }
}
