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
 * What fleets that were killed could not clean up: their data, where nobody chose a directory for it, and the native
 * library of XGBoost, 16 MB each, that its Java side unpacks at every start.
 */
public final class Leftovers {

    /** How temporary data directories are called. */
    public static final String DATA = "fleet-up-";

    private static final String LIBRARY = "libxgboost4j";

    /** What is younger may belong to a fleet that is just starting. */
    private static final Duration YOUNG = Duration.ofMinutes(10);

    private final Path temporary;
    private final String user;
    private final Instant now;

    private Leftovers(Path temporary, String user, Instant now) {
        this.temporary = temporary;
        this.user = user;
        this.now = now;
    }

    /** Removes what this user's killed fleets have left in the directory of temporary files. */
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
                // A library that is in use stays usable without its name.
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

    /** Removes a file, or a directory with all that is in it; what cannot be removed stays. */
    public static void delete(Path path) {
        try (var files = Files.walk(path)) {
            files.sorted(Comparator.reverseOrder()).forEach(Leftovers::deleteOne);
        } catch (IOException | UncheckedIOException leftBehind) {
            // What is temporary is in the end the system's to clean.
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
