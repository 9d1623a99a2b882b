package io.fleetorchestrator.dashboards;

import static io.fleetorchestrator.dashboards.DashboardDirectory.JSON;
import static io.fleetorchestrator.dashboards.DashboardDirectory.each;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A receiver of alerts, which keeps them. */
final class Webhook implements AutoCloseable {

    private final List<JsonNode> alerts = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    Webhook() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::take);
        server.start();
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            each(JSON.readTree(exchange.getRequestBody()).path("alerts")).forEach(alerts::add);
            exchange.sendResponseHeaders(200, -1);
        }
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    /** The alerts received so far. */
    List<JsonNode> alerts() {
        return alerts;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
