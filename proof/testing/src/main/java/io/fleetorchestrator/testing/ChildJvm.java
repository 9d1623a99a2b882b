package io.fleetorchestrator.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** A JVM beside this one, which never outlives it and whose output goes to a file under {@code target}. */
public final class ChildJvm implements AutoCloseable {

    /** A service starts in seconds; two cores shared with a whole build have been seen to take thirty times as long. */
    private static final Duration START_TIMEOUT = Duration.ofMinutes(5);

    /** What it says, and its end, may come after minutes of work. */
    private static final Duration WORK_TIMEOUT = Duration.ofMinutes(6);

    private static final Duration STOP_TIMEOUT = Duration.ofMinutes(1);

    private final String name;
    private final Path log;
    private final Process process;

    private ChildJvm(String name, Path log, Process process) {
        this.name = name;
        this.log = log;
        this.process = process;
    }

    /** Starts {@code java} with these arguments; does not wait. */
    public static ChildJvm launch(String name, List<String> arguments, Map<String, String> environment) {
        try {
            var reports = Files.createDirectories(Path.of("target").toAbsolutePath());
            var log = Files.createTempFile(reports, name + "-", ".log");
            var builder = new ProcessBuilder(
                            Stream.concat(Stream.of(java()), arguments.stream()).toList())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            // They tell the tests where to run; a service would take them for settings of its own.
            builder.environment().keySet().removeIf(variable -> variable.startsWith("FLEET_TEST_"));
            builder.environment().putAll(environment);
            var process = builder.start();
            // Also when the tests die half-way.
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly, "end-" + name));
            return new ChildJvm(name, log, process);
        } catch (IOException impossible) {
            throw new UncheckedIOException("cannot start " + name, impossible);
        }
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** Waits until the address answers 200; fails with the child's last words when it exits instead. */
    public void awaitOk(URI address) {
        Awaitility.await(name + " to answer on " + address + ", see " + log)
                .atMost(START_TIMEOUT)
                .failFast(this::failWhenGone)
                .until(() -> Probe.answersOk(address));
    }

    /** Waits until it has written this text; fails with its last words when it exits instead. */
    void awaitOutput(String text) {
        Awaitility.await(name + " to write '" + text + "', see " + log)
                .atMost(WORK_TIMEOUT)
                .failFast(this::failWhenGone)
                .until(() -> output().contains(text));
    }

    private void failWhenGone() {
        if (!process.isAlive()) {
            throw new AssertionError("%s has exited with %d:%n%s".formatted(name, process.exitValue(), output()));
        }
    }

    /** Asks it to stop, as an orchestrator does (SIGTERM), and waits for its exit code. */
    public int terminate() {
        process.destroy();
        return awaitExit(STOP_TIMEOUT);
    }

    /** Takes it away without a word, as the kernel does when memory is short (SIGKILL). */
    public void kill() {
        process.destroyForcibly();
        awaitExit(STOP_TIMEOUT);
    }

    /** Waits until it exits by itself. */
    public int awaitExit() {
        return awaitExit(WORK_TIMEOUT);
    }

    private int awaitExit(Duration patience) {
        try {
            if (process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                return process.exitValue();
            }
            throw new AssertionError(name + " still runs after " + patience + ", see " + log);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** Everything it has written so far to its standard output and error. */
    public String output() {
        try {
            return Files.readString(log);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Stops it in the middle of whatever it does, as a long garbage collection or a suspended machine would (SIGSTOP). */
    public void freeze() {
        signal("STOP");
    }

    /** Lets it go on as if no time had passed (SIGCONT). */
    public void thaw() {
        signal("CONT");
    }

    private void signal(String name) {
        try {
            int code = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                    .start()
                    .waitFor();
            if (code != 0) {
                throw new IllegalStateException("kill -" + name + " of " + this.name + " exits with " + code);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    @Override
    public void close() {
        kill();
    }
}
