package io.fleetorchestrator.benchmarks.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A main class in a JVM of its own, with the same class path; it never outlives this JVM. */
public final class ChildProcess {

    private ChildProcess() {}

    /** Starts the class's main method; its standard error is discarded. */
    public static Process of(Class<?> main, List<String> jvmOptions, String... arguments) {
        return of(main, Map.of(), jvmOptions, List.of(arguments));
    }

    /** Starts it with additional environment variables. */
    public static Process of(
            Class<?> main, Map<String, String> environment, List<String> jvmOptions, List<String> arguments) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvmOptions);
        command.addAll(List.of("-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(arguments);
        try {
            var builder = new ProcessBuilder(command).redirectError(Redirect.DISCARD);
            builder.environment().putAll(environment);
            var process = builder.start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly, "end-" + main.getSimpleName()));
            return process;
        } catch (IOException impossible) {
            throw new UncheckedIOException("cannot start " + main.getSimpleName(), impossible);
        }
    }
}
