package io.fleetorchestrator.center;

import io.fleetorchestrator.center.api.Visibility;
import io.fleetorchestrator.center.assets.Assets;
import io.fleetorchestrator.center.assets.HostGuard;
import io.fleetorchestrator.center.events.EventStream;
import io.fleetorchestrator.center.http.EventStreamHandler;
import io.fleetorchestrator.center.http.HeaderDeadline;
import io.fleetorchestrator.center.http.JettyProblems;
import io.fleetorchestrator.center.http.Json;
import io.fleetorchestrator.center.http.OpenApi;
import io.fleetorchestrator.center.http.Route;
import io.fleetorchestrator.center.http.Router;
import io.fleetorchestrator.center.metrics.CenterMetrics;
import io.fleetorchestrator.center.security.ApiKeys;
import io.fleetorchestrator.center.security.AuditLog;
import io.fleetorchestrator.center.security.Authenticator;
import io.fleetorchestrator.center.security.Credentials;
import io.fleetorchestrator.center.security.Tokens;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.eclipse.jetty.server.Connector;

/** Serves the API, its document and the page. */
final class WebServer implements AutoCloseable {

    /** A request body has about a kilobyte. */
    private static final long MAX_BODY = 64 * 1024;

    /** Headers are one or two packets; a slower client would only occupy the connection. */
    private static final Duration HEADERS_WITHIN = Duration.ofSeconds(15);

    private final Javalin server;
    private final ExecutorService listeners;

    private WebServer(Javalin server, ExecutorService listeners) {
        this.server = server;
        this.listeners = listeners;
    }

    /** @param ready whether the read model has caught up with the topics */
    static WebServer start(
            CenterSettings settings,
            List<Route> routes,
            EventStream events,
            Visibility visibility,
            CenterMetrics metrics,
            BooleanSupplier ready) {
        var listeners = Executors.newCachedThreadPool(task -> {
            var thread = new Thread(task, "event-listener");
            thread.setDaemon(true);
            return thread;
        });
        var json = new Json();
        var router = new Router(authenticator(settings), new AuditLog(), metrics, json, ready);
        var server = Javalin.create(config -> {
            tune(config, json);
            new HostGuard(settings.onlyThisMachine()).register(config.routes);
            router.register(config.routes, routes, new EventStreamHandler(events, listeners, json, visibility::sees));
            var document = json.bytes(OpenApi.document(routes));
            config.routes.get(
                    "/api/v1/openapi.json",
                    context -> context.contentType("application/json").result(document));
            Assets.register(config.routes);
        });
        server.start(settings.webHost(), settings.webPort());
        connectors(server)
                .forEach(connector ->
                        server.jettyServer().server().addManaged(new HeaderDeadline(connector, HEADERS_WITHIN)));
        return new WebServer(server, listeners);
    }

    private static void tune(JavalinConfig config, Json json) {
        config.startup.showJavalinBanner = false;
        config.http.maxRequestSize = MAX_BODY;
        config.http.prefer405over404 = true;
        var problems = new JettyProblems(json, HostGuard.headers());
        config.jetty.modifyServer(server -> server.setErrorHandler(problems));
        config.jetty.modifyServletContextHandler(handler -> handler.setErrorHandler(problems));
    }

    private static Stream<Connector> connectors(Javalin server) {
        return Stream.of(server.jettyServer().server().getConnectors());
    }

    /** The number of open connections, with or without a request. */
    int connections() {
        return connectors(server)
                .mapToInt(connector -> connector.getConnectedEndPoints().size())
                .sum();
    }

    private static Authenticator authenticator(CenterSettings settings) {
        var keys = settings.apiKeysFile().<Credentials>map(ApiKeys::read);
        var tokens = Tokens.of(settings.tokens()).<Credentials>map(known -> known);
        return new Authenticator(
                Stream.of(keys, tokens).flatMap(kind -> kind.stream()).toList(), settings.roleOfAnonymous());
    }

    int port() {
        return server.port();
    }

    @Override
    public void close() {
        server.stop();
        listeners.shutdownNow();
    }
}
