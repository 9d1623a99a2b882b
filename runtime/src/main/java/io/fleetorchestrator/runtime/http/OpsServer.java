package io.fleetorchestrator.runtime.http;

import io.fleetorchestrator.runtime.health.Health;
import io.javalin.Javalin;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Map;
import java.util.function.Supplier;

/** Serves {@code /metrics}, {@code /health/live}, {@code /health/ready} and {@code /topology}. */
public final class OpsServer implements AutoCloseable {

    /** The version of the text format that Prometheus asks for by default. */
    private static final String PROMETHEUS_TEXT = "text/plain; version=0.0.4; charset=utf-8";

    private final Javalin server;

    private OpsServer(Javalin server) {
        this.server = server;
    }

    /** Starts to serve, before any other part of the service is started. */
    public static OpsServer start(
            String host, int port, Health health, Supplier<String> metrics, Supplier<String> topology) {
        return new OpsServer(Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    routes(config.routes, health, metrics, topology);
                })
                .start(host, port));
    }

    /** Adds the same routes to a server that has others. */
    public static void routes(RoutesConfig routes, Health health, Supplier<String> metrics, Supplier<String> topology) {
        routes.get("/metrics", context -> context.contentType(PROMETHEUS_TEXT).result(metrics.get()));
        routes.get("/health/live", context -> answer(context, health.isAlive(), health, "UP", "FAILED"));
        routes.get("/health/ready", context -> answer(context, health.isReady(), health, "READY", "NOT_READY"));
        routes.get("/topology", context -> context.result(topology.get()));
    }

    private static void answer(Context context, boolean ok, Health health, String yes, String no) {
        context.status(ok ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
                .json(Map.of("status", ok ? yes : no, "parts", health.problems()));
    }

    /** The port in use, also when a free one was asked for. */
    public int port() {
        return server.port();
    }

    @Override
    public void close() {
        server.stop();
    }
}
