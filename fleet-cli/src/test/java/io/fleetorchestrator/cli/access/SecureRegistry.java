package io.fleetorchestrator.cli.access;

import com.sun.net.httpserver.BasicAuthenticator;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.fleetorchestrator.embedded.registry.EmbeddedRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A registry behind a proxy with encryption and passwords. */
final class SecureRegistry implements AutoCloseable {

    private static final String USER = "fleet";
    private static final String PASSWORD = "password-of-the-registry";

    private final HttpClient inside = HttpClient.newHttpClient();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final EmbeddedRegistry registry;
    private final ServerCertificate certificate;
    private final HttpsServer proxy;

    private SecureRegistry(EmbeddedRegistry registry, ServerCertificate certificate)
            throws IOException, GeneralSecurityException {
        this.registry = registry;
        this.certificate = certificate;
        this.proxy = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        proxy.setHttpsConfigurator(new HttpsConfigurator(certificate.context()));
        proxy.setExecutor(threads);
        proxy.createContext("/", this::forward).setAuthenticator(new Doorman());
        proxy.start();
    }

    static SecureRegistry start(Path directory) throws Exception {
        var registry = EmbeddedRegistry.start(directory.resolve("schemas"), "127.0.0.1", 0);
        return new SecureRegistry(registry, ServerCertificate.create(directory, "registry"));
    }

    String url() {
        return "https://127.0.0.1:" + proxy.getAddress().getPort();
    }

    /** The properties of a client with the password. */
    Map<String, String> login() {
        return login(PASSWORD);
    }

    Map<String, String> login(String password) {
        return Map.of(
                "basic.auth.credentials.source",
                "USER_INFO",
                "basic.auth.user.info",
                USER + ":" + password,
                "schema.registry.ssl.truststore.type",
                "PEM",
                "schema.registry.ssl.truststore.location",
                certificate.certificate().toString());
    }

    private void forward(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes());
            var question = HttpRequest.newBuilder(URI.create(registry.url() + exchange.getRequestURI()))
                    .method(exchange.getRequestMethod(), body)
                    .build();
            var answer = inside.send(question, BodyHandlers.ofByteArray());
            exchange.sendResponseHeaders(answer.statusCode(), answer.body().length);
            exchange.getResponseBody().write(answer.body());
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        proxy.stop(0);
        threads.shutdownNow();
        registry.close();
    }

    /** Knows one user. */
    private static final class Doorman extends BasicAuthenticator {

        Doorman() {
            super("registry");
        }

        @Override
        public boolean checkCredentials(String user, String password) {
            return user.equals(USER) && password.equals(PASSWORD);
        }
    }
}
