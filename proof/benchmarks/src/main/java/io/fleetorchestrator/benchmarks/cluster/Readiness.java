package io.fleetorchestrator.benchmarks.cluster;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Checks the readiness of a local service. */
public final class Readiness {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    /** Short compared with a start of seconds, and no load on it. */
    private static final Duration POLL = Duration.ofMillis(20);

    private Readiness() {}

    /** Waits until the service on this port is ready; throws if it ends before. */
    public static void await(Process process, int port) throws InterruptedException {
        var ready = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/health/ready"))
                .timeout(Duration.ofSeconds(2))
                .build();
        var http = HttpClient.newHttpClient();
        long giveUp = System.nanoTime() + PATIENCE.toNanos();
        while (!answers(http, ready)) {
            if (!process.isAlive() || System.nanoTime() > giveUp) {
                throw new IllegalStateException("it was not ready within " + PATIENCE);
            }
            Thread.sleep(POLL.toMillis());
        }
    }

    private static boolean answers(HttpClient http, HttpRequest ready) throws InterruptedException {
        try {
            return http.send(ready, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }
}
