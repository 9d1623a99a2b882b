package io.fleetorchestrator.center;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.fleetorchestrator.schemas.topics.Topics;
import io.fleetorchestrator.testing.KafkaEnvironment;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConnectionsIT {

    @RegisterExtension
    static final KafkaEnvironment KAFKA = KafkaEnvironment.shared();

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** {@code -Dlisteners=20000} runs with more. */
    private static final int LISTENERS = Integer.getInteger("listeners", 600);

    private static final int AT_ONCE = 200;

    private static CenterUnderTest center;

    @BeforeAll
    static void start() {
        center = CenterUnderTest.start(KAFKA);
    }

    @AfterAll
    static void stop() {
        center.close();
    }

    @Test
    void keepsNoConnectionOfSubscribersThatHaveDisconnected() throws IOException {
        for (int left = 0; left < LISTENERS; left += AT_ONCE) {
            openAndLeave(AT_ONCE);
            await().atMost(PATIENCE).untilAsserted(() -> {
                publish();
                assertThat(center.gauge("fleet.center.listeners")).isZero();
            });
        }
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(center.gauge("fleet.center.connections")).isZero());
    }

    /** The server detects a closed connection only when it sends something. */
    private void publish() {
        center.topics().send(Topics.FLEET_ADVISORIES, Records.FLEET, Records.advisory(center.now()), center.now());
    }

    private void openAndLeave(int count) throws IOException {
        var sockets = new ArrayList<Socket>();
        for (int at = 0; at < count; at++) {
            var socket = socket();
            send(socket, "GET /api/v1/events HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n\r\n");
            sockets.add(socket);
        }
        for (var socket : sockets) {
            assertThat(firstLine(socket)).contains("200");
            socket.close();
        }
    }

    @Test
    void closesAConnectionWhoseHeadersNeverEnd() throws IOException {
        try (var socket = socket()) {
            send(socket, "GET /api/v1/regions HTTP/1.1\r\nHost: localhost\r\nX: ");
            await().atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(200))
                    .ignoreExceptions()
                    .until(() -> isClosed(socket));
        }
    }

    /** Sends one more byte of the header if it is not. */
    private static boolean isClosed(Socket socket) {
        try {
            socket.getOutputStream().write('x');
            return false;
        } catch (IOException closed) {
            return true;
        }
    }

    @Test
    void keepsAConnectionThatSendsOneRequestAfterTheOther() throws IOException {
        try (var socket = socket()) {
            for (int at = 0; at < 3; at++) {
                send(socket, "GET /api/v1/session HTTP/1.1\r\nHost: localhost\r\n\r\n");
                assertThat(firstLine(socket)).contains("200");
                drain(socket);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"414,20000,1", "431,1,20000"})
    void answersRequestsThatTheServerRejectsWithAProblem(int status, int pathLength, int headerLength)
            throws IOException {
        var answer = raw("GET /" + "p".repeat(pathLength) + " HTTP/1.1\r\nHost: localhost\r\nX: "
                + "h".repeat(headerLength) + "\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 " + status);
        assertProblem(answer, status);
    }

    @Test
    void answersInvalidHttpWithAProblem() throws IOException {
        var answer = raw("GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: many\r\n\r\n");
        assertProblem(answer, 400);
    }

    private static void assertProblem(String answer, int status) throws IOException {
        var body = answer.substring(answer.indexOf("\r\n\r\n") + 4);
        assertThat(answer)
                .containsIgnoringCase("Content-Type: application/problem+json\r\n")
                .containsIgnoringCase("X-Content-Type-Options: nosniff\r\n")
                .containsIgnoringCase("Content-Security-Policy: ");
        assertThat(new ObjectMapper().readTree(body).get("status").asInt()).isEqualTo(status);
    }

    @Test
    void answersProblemsInUtf8() {
        var region = center.send(HttpRequest.newBuilder(URI.create(center.url("/api/v1/regions/Z%C3%BCrich/forecast")))
                .GET());
        var key = center.get("/api/v1/regions", "Authorization", "Basic x");
        assertThat(region.body()).contains("Zürich");
        assertThat(key.body()).contains("'Authorization: Bearer …'");
    }

    @Test
    void refusesABodyThatIsNotUtf8() {
        byte[] body = "{\"name\":\"Z\u00fcrich\",\"powerMw\":5,\"durationHours\":4}".getBytes(ISO_8859_1);
        var refused = center.send(HttpRequest.newBuilder(URI.create(center.url("/api/v1/optimize")))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(body)));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("UTF-8");
    }

    private String raw(String request) throws IOException {
        try (var socket = socket()) {
            send(socket, request.replace("Host: localhost\r\n", "Host: localhost\r\nConnection: close\r\n"));
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }

    private Socket socket() throws IOException {
        var socket = new Socket("localhost", URI.create(center.url("/")).getPort());
        socket.setSoTimeout((int) PATIENCE.toMillis());
        return socket;
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(UTF_8));
        socket.getOutputStream().flush();
    }

    private static String firstLine(Socket socket) throws IOException {
        var line = new StringBuilder();
        for (int next = socket.getInputStream().read();
                next > 0 && next != '\n';
                next = socket.getInputStream().read()) {
            line.append((char) next);
        }
        return line.toString();
    }

    /** Reads the rest of a short response, up to the end of its JSON. */
    private static void drain(Socket socket) throws IOException {
        int next = socket.getInputStream().read();
        while (next > 0 && next != '}') {
            next = socket.getInputStream().read();
        }
    }
}
