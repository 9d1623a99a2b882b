package io.fleetorchestrator.schemas.serdes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.fleetorchestrator.schemas.contract.TelemetryReading;
import io.fleetorchestrator.schemas.topics.Topics;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The reaction to each kind of answer of a registry, with the real client and a scripted server. */
class ConfluentSchemaRegistryTest {

    private static final String TOPIC = "fleet.telemetry.readings";
    private static final byte[] WITH_ID_7 = {0, 0, 0, 0, 7, 2, 'a'};

    private final List<String> asked = new ArrayList<>();
    private HttpServer server;
    private volatile int status = 200;
    private volatile String body = "{\"id\":7}";

    @BeforeEach
    void startServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stopServer() {
        server.stop(0);
    }

    @Test
    void registersUnderTheTopicsSubjectAndWritesTheIdItGot() {
        var bytes = serde(Map.of()).serializer().serialize(TOPIC, reading());

        assertThat(bytes).startsWith(0, 0, 0, 0, 7);
        assertThat(asked)
                .singleElement()
                .asString()
                .startsWith("POST /subjects/fleet.telemetry.readings-value/versions");
    }

    @Test
    void asksOnceForAllRecordsOfATopic() {
        var serde = serde(Map.of());

        for (int i = 0; i < 10; i++) {
            serde.serializer().serialize(TOPIC, reading());
        }

        assertThat(asked).hasSize(1);
    }

    @Test
    void onlyLooksUpWhereRegisteringIsOff() {
        body = "{\"subject\":\"s\",\"version\":1,\"id\":9,\"schema\":\"\\\"string\\\"\"}";

        var bytes = serde(Map.of("auto.register.schemas", "false")).serializer().serialize(TOPIC, reading());

        assertThat(bytes).startsWith(0, 0, 0, 0, 9);
        assertThat(asked).singleElement().asString().startsWith("POST /subjects/fleet.telemetry.readings-value?");
    }

    @Test
    void showsHowToRegisterAMissingSubjectIfRegisteringIsOff() {
        answers(404, "{\"error_code\":40401,\"message\":\"Subject not found.\"}");

        assertThatThrownBy(() -> serde(Map.of("auto.register.schemas", "false"))
                        .serializer()
                        .serialize(TOPIC, reading()))
                .isInstanceOf(RegistryRefusedException.class)
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("look up the schema of subject fleet.telemetry.readings-value")
                .hasMessageContaining("register it first, or set auto.register.schemas=true");
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 429, 500, 502, 503, 504})
    void retriesWhatMayPass(int passing) {
        answers(passing, "<html>busy</html>");

        assertThatThrownBy(() -> serde(Map.of()).serializer().serialize(TOPIC, reading()))
                .isInstanceOf(RegistryUnavailableException.class)
                .isInstanceOf(RetriableException.class);
        assertThatThrownBy(() -> serde(Map.of()).deserializer().deserialize(TOPIC, WITH_ID_7))
                .isInstanceOf(RegistryUnavailableException.class)
                .hasMessageContaining("cannot be reached");
    }

    @Test
    void retriesWithoutAnAnswer() {
        var serde = serde(Map.of());
        server.stop(0);

        assertThatThrownBy(() -> serde.deserializer().deserialize(TOPIC, WITH_ID_7))
                .isInstanceOf(RegistryUnavailableException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403})
    void namesCredentialsThatAreNotEnough(int refused) {
        answers(refused, "{\"error_code\":" + refused + "01,\"message\":\"User is denied\"}");

        assertThatThrownBy(() -> serde(Map.of()).deserializer().deserialize(TOPIC, WITH_ID_7))
                .isInstanceOf(RegistryRefusedException.class)
                .hasMessageContaining("refused to fetch the schema with id 7: User is denied")
                .hasMessageContaining("set basic.auth.* or bearer.auth.*");
    }

    @Test
    void namesAnIncompatibleSchema() {
        answers(409, "{\"error_code\":409,\"message\":\"Schema being registered is incompatible\"}");

        assertThatThrownBy(() -> serde(Map.of()).serializer().serialize(TOPIC, reading()))
                .isInstanceOf(RegistryRefusedException.class)
                .hasMessageContaining("Schema being registered is incompatible")
                .hasMessageContaining("not compatible");
    }

    @Test
    void treatsAnUnknownIdAsPoison() {
        answers(404, "{\"error_code\":40403,\"message\":\"Schema 7 not found\"}");

        assertThatThrownBy(() -> serde(Map.of()).deserializer().deserialize(TOPIC, WITH_ID_7))
                .isInstanceOf(PoisonRecordException.class)
                .hasMessage("the schema registry has no schema with id 7");
    }

    @Test
    void doesNotTreatAWrongAddressAsPoison() {
        answers(404, "<html>no such page</html>");

        assertThatThrownBy(() -> serde(Map.of()).deserializer().deserialize(TOPIC, WITH_ID_7))
                .isInstanceOf(RegistryRefusedException.class)
                .hasMessageContaining("check schema.registry.url");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "schema.registry."})
    void passesCredentialsOn(String prefix) {
        serde(Map.of(
                        prefix + "basic.auth.credentials.source", "USER_INFO",
                        prefix + "basic.auth.user.info", "ada:secret"))
                .serializer()
                .serialize(TOPIC, reading());

        assertThat(asked).singleElement().asString().endsWith("Basic YWRhOnNlY3JldA==");
    }

    @Test
    void checksAccessToASubjectThatDoesNotExist() {
        answers(404, "{\"error_code\":40401,\"message\":\"Subject not found.\"}");

        serdes(Map.of()).checkAccess(Topics.TELEMETRY_READINGS, "fleet.");

        assertThat(asked)
                .singleElement()
                .asString()
                .startsWith("GET /subjects/fleet.telemetry.readings-value/versions");
    }

    @Test
    void failsToCheckAccessAtAnAddressWithoutARegistry() {
        answers(404, "<html>no such page</html>");

        assertThatThrownBy(() -> serdes(Map.of()).checkAccess(Topics.TELEMETRY_READINGS, "fleet."))
                .isInstanceOf(RegistryRefusedException.class)
                .hasMessageContaining("check schema.registry.url");
    }

    @Test
    void namesATrustStoreThatCannotBeRead() {
        assertThatThrownBy(() -> serdes(Map.of("schema.registry.ssl.truststore.location", "/no/such/file")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("/no/such/file")
                .hasMessageContaining("check schema.registry.ssl.*");
    }

    @Test
    void requiresTheAddressOfARegistry() {
        assertThatThrownBy(() -> AvroSerdes.from(Map.of()))
                .isInstanceOf(ConfigException.class)
                .hasMessage("schema.registry.url is not set");
    }

    private Serde<TelemetryReading> serde(Map<String, String> further) {
        return serdes(further).valueSerde(Topics.TELEMETRY_READINGS);
    }

    private AvroSerdes serdes(Map<String, String> further) {
        var config = new HashMap<String, String>(further);
        config.put(
                "schema.registry.url", "http://127.0.0.1:" + server.getAddress().getPort());
        return AvroSerdes.from(config);
    }

    private static TelemetryReading reading() {
        return TelemetryReading.newBuilder()
                .setRegion("ireland")
                .setObservedAt(Instant.parse("2017-06-12T10:00:00Z"))
                .build();
    }

    private void answers(int status, String body) {
        this.status = status;
        this.body = body;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("Authorization"));
            exchange.getResponseHeaders().set("Content-Type", "application/vnd.schemaregistry.v1+json");
            var bytes = body.getBytes(UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }
}
