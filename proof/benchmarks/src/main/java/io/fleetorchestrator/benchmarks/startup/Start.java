package io.fleetorchestrator.benchmarks.startup;

import io.fleetorchestrator.benchmarks.cluster.Readiness;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Measures the start of processes in milliseconds, and stops them. */
final class Start {

    private Start() {}

    /** The time until each of these texts was in a line of its output, in this order. */
    static List<Double> untilLines(Process process, List<String> milestones) throws InterruptedException {
        long started = System.nanoTime();
        try (var out = process.inputReader(StandardCharsets.UTF_8)) {
            var millis = new ArrayList<Double>();
            for (var words : milestones) {
                skipTo(words, out);
                millis.add((System.nanoTime() - started) / 1e6);
            }
            return millis;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            stop(process);
        }
    }

    private static void skipTo(String words, BufferedReader out) throws IOException {
        for (var line = out.readLine(); line != null; line = out.readLine()) {
            if (line.contains(words)) {
                return;
            }
        }
        throw new IllegalStateException("it ended without the line '" + words + "'");
    }

    /** The time until it was ready on this port. */
    static double untilReady(Process process, int port) throws InterruptedException {
        long started = System.nanoTime();
        try {
            Readiness.await(process, port);
            return (System.nanoTime() - started) / 1e6;
        } finally {
            stop(process);
        }
    }

    private static void stop(Process process) throws InterruptedException {
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }
}
