package io.fleetorchestrator.benchmarks.cluster;

import io.fleetorchestrator.embedded.FreePort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A broker in another JVM, so that its costs are not counted as those of the services. */
public final class BrokerProcess implements AutoCloseable {

    private final Process process;
    private final int port;

    private BrokerProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Starts a broker that keeps its data in this directory, and waits until it serves. */
    public static BrokerProcess start(Path directory) {
        int port = FreePort.find();
        var process =
                ChildProcess.of(BrokerMain.class, List.of("-Xmx1g"), directory.toString(), Integer.toString(port));
        try {
            var out = process.inputReader(StandardCharsets.UTF_8);
            if (!BrokerMain.READY.equals(out.readLine())) {
                throw new IllegalStateException("the broker of the benchmark did not start");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new BrokerProcess(process, port);
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    @Override
    public void close() {
        try {
            process.outputWriter().close();
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
