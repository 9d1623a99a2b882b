package io.fleetorchestrator.benchmarks.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A class of ours run in a JVM beside this one, on the same class path; it never outlives this one. */
public final class ChildProcess {

    private ChildProcess() {}

    /** Starts the class's main method; its complaints go where ours go. */
    public static Process of(Class<?> main, List<String> jvmOptions, String... arguments) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvmOptions);
        command.addAll(List.of("-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        try {
            var process =
                    new ProcessBuilder(command).redirectError(Redirect.DISCARD).start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly, "end-" + main.getSimpleName()));
            return process;
        } catch (IOException impossible) {
            throw new UncheckedIOException("cannot start " + main.getSimpleName(), impossible);
        }
    }
}
