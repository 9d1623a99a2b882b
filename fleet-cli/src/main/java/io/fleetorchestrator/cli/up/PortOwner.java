package io.fleetorchestrator.cli.up;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The process that listens on a local port, found in {@code /proc}; on other systems than Linux, none is found. */
final class PortOwner {

    private static final Path PROC = Path.of("/proc");
    /** Columns of {@code /proc/net/tcp}, and its code for a listening socket. */
    private static final int LOCAL_ADDRESS = 1;

    private static final int STATE = 3;
    private static final int INODE = 9;
    private static final String LISTENS = "0A";

    private PortOwner() {}

    /** The process, if this user may see it. */
    static Optional<ProcessHandle> of(int port) {
        var sockets = Stream.of("tcp", "tcp6")
                .flatMap(table -> lines(PROC.resolve("net").resolve(table)))
                .map(line -> line.strip().split("\\s+"))
                .filter(columns -> listensOn(columns, port))
                .map(columns -> "socket:[" + columns[INODE] + "]")
                .collect(Collectors.toSet());
        return sockets.isEmpty()
                ? Optional.empty()
                : ProcessHandle.allProcesses()
                        .filter(process -> hasOpen(process, sockets))
                        .findFirst();
    }

    /** Its id and the end of its command line, which identifies it better than the start. */
    static String describe(ProcessHandle process) {
        var command = process.info().commandLine().orElse("an unknown command");
        return "process " + process.pid() + " ("
                + (command.length() <= 60 ? command : "…" + command.substring(command.length() - 59)) + ")";
    }

    private static boolean listensOn(String[] columns, int port) {
        return columns.length > INODE
                && columns[STATE].equals(LISTENS)
                && columns[LOCAL_ADDRESS].endsWith(String.format(Locale.ROOT, ":%04X", port));
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException notLinux) {
            return Stream.empty();
        }
    }

    private static boolean hasOpen(ProcessHandle process, Set<String> sockets) {
        try (var files = Files.list(PROC.resolve(Long.toString(process.pid())).resolve("fd"))) {
            return files.anyMatch(file -> sockets.contains(target(file)));
        } catch (IOException | RuntimeException notOurs) {
            return false;
        }
    }

    private static String target(Path file) {
        try {
            return Files.readSymbolicLink(file).toString();
        } catch (IOException closedMeanwhile) {
            return "";
        }
    }
}
