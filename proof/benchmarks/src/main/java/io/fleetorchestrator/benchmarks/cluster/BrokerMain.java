package io.fleetorchestrator.benchmarks.cluster;

import io.fleetorchestrator.embedded.EmbeddedKafka;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Map;

/** A broker in a JVM of its own, until its standard input ends, so that it never outlives its parent. */
public final class BrokerMain {

    static final String READY = "ready";

    private BrokerMain() {}

    public static void main(String[] args) throws IOException {
        try (var kafka = EmbeddedKafka.in(Path.of(args[0]), Integer.parseInt(args[1]), Map.of())) {
            kafka.start();
            System.out.println(READY);
            System.in.transferTo(OutputStream.nullOutputStream());
        }
    }
}
