package io.fleetorchestrator.cli.home;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Directories and files that only their owner may read, where the file system supports permissions. */
public final class PrivateFiles {

    private static final Set<PosixFilePermission> DIRECTORY = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");

    private PrivateFiles() {}

    /** Creates the directory with its parents; an existing one keeps its permissions. */
    public static Path directory(Path path) throws IOException {
        var absolute = path.toAbsolutePath();
        if (!Files.isDirectory(absolute)) {
            var parent = absolute.getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            Files.createDirectories(absolute, attributes(absolute, DIRECTORY));
        }
        return absolute;
    }

    /** Creates the directory, or takes read permission on an existing one from others. */
    public static Path privateDirectory(Path path) throws IOException {
        return restrict(directory(path), DIRECTORY);
    }

    /** Creates an empty file, or takes read permission on an existing one from others. */
    public static Path file(Path path) throws IOException {
        try {
            return Files.createFile(path, attributes(path, FILE));
        } catch (FileAlreadyExistsException exists) {
            return restrict(path, FILE);
        }
    }

    private static Path restrict(Path path, Set<PosixFilePermission> permissions) throws IOException {
        if (isPosix(path) && !Files.getPosixFilePermissions(path).equals(permissions)) {
            Files.setPosixFilePermissions(path, permissions);
        }
        return path;
    }

    private static FileAttribute<?>[] attributes(Path path, Set<PosixFilePermission> permissions) {
        return isPosix(path)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
                : new FileAttribute<?>[0];
    }

    private static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
