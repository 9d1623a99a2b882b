package io.fleetorchestrator.embedded.registry;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fleetorchestrator.schemas.contract.TelemetryReading;
import io.fleetorchestrator.schemas.serdes.AvroSerdes;
import io.fleetorchestrator.schemas.serdes.PoisonRecordException;
import io.fleetorchestrator.schemas.serdes.RegistryRefusedException;
import io.fleetorchestrator.schemas.topics.Topics;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** With Confluent's client, which our services use, and with plain HTTP. */
class EmbeddedRegistryTest {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TOPIC = "fleet.telemetry.readings";
    private static final String A = "{'type':'record','name':'R','fields':[{'name':'a','type':'int'}]}";
    private static final String A_AND_OPTIONAL_B =
            "{'type':'record','name':'R','fields':[{'name':'a','type':'int'},{'name':'b','type':'int','default':0}]}";
    private static final String B = "{'type':'record','name':'R','fields':[{'name':'b','type':'int'}]}";

    @TempDir
    Path directory;

    private EmbeddedRegistry registry;

    @BeforeEach
    void start() {
        registry = EmbeddedRegistry.start(directory, "127.0.0.1", 0);
    }

    @AfterEach
    void stop() {
        registry.close();
    }

    @Test
    void servesConfluentsClient() {
        // given
        var reading = TelemetryReading.newBuilder()
                .setRegion("arizona")
                .setObservedAt(Instant.parse("2017-06-12T10:00:00Z"))
                .build();

        // when: written by one process and read by another
        byte[] bytes;
        try (var writer = serdes()) {
            bytes = writer.valueSerde(Topics.TELEMETRY_READINGS).serializer().serialize(TOPIC, reading);
        }

        // then
        try (var reader = serdes()) {
            then(reader.valueSerde(Topics.TELEMETRY_READINGS).deserializer().deserialize(TOPIC, bytes))
                    .isEqualTo(reading);
        }
    }

    @Test
    void rejectsPagesOfOtherSites() throws Exception {
        // given a request that a page of another site can make a browser send without a preflight
        var port = URI.create(registry.url()).getPort();
        var register = "{\"schema\":\"\\\"string\\\"\"}";

        // then
        then(raw(port, "POST", "/subjects/evil/versions", "evil.example", "http://evil.example", register))
                .startsWith("HTTP/1.1 403");
        then(raw(port, "POST", "/subjects/evil/versions", "127.0.0.1:" + port, "http://evil.example", register))
                .startsWith("HTTP/1.1 403");
        then(raw(port, "PUT", "/config", "evil.example", "http://evil.example", "{\"compatibility\":\"NONE\"}"))
                .startsWith("HTTP/1.1 403");
        then(raw(port, "GET", "/subjects", "evil.example", "http://evil.example", ""))
                .startsWith("HTTP/1.1 403");
        then(get("/subjects")).isEmpty();
        then(raw(port, "GET", "/subjects", "localhost:" + port, "http://localhost:" + port, ""))
                .startsWith("HTTP/1.1 200");
    }

    /** Java's HTTP client does not allow these headers. */
    private static String raw(int port, String method, String path, String host, String origin, String body)
            throws IOException {
        var request = method + " " + path + " HTTP/1.1\r\nHost: " + host + "\r\nOrigin: " + origin
                + "\r\nContent-Type: text/plain\r\nContent-Length: " + body.length()
                + "\r\nConnection: close\r\n\r\n" + body;
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void acceptsAllOurSchemasAndKeepsThemFullyCompatible() {
        try (var serdes = serdes()) {
            var ids = serdes.publish("fleet.");

            then(serdes.publish("fleet.")).isEqualTo(ids).hasSize(9);
            then(get("/subjects")).hasSize(9);
            then(get("/config/fleet.workload.decisions-value")
                            .path("compatibilityLevel")
                            .asText())
                    .isEqualTo("FULL_TRANSITIVE");
        }
    }

    @Test
    void reportsAnUnknownSchemaToConfluentsClient() {
        try (var serdes = serdes()) {
            var readings = serdes.valueSerde(Topics.TELEMETRY_READINGS).deserializer();

            thenThrownBy(() -> readings.deserialize(TOPIC, new byte[] {0, 0, 0, 0, 77, 1}))
                    .isInstanceOf(PoisonRecordException.class)
                    .hasMessage("the schema registry has no schema with id 77");
        }
    }

    @Test
    void reportsAnIncompatibleSchemaToConfluentsClient() throws Exception {
        register(TOPIC + "-value", "'string'");

        try (var serdes = serdes()) {
            thenThrownBy(() -> serdes.publish("fleet."))
                    .isInstanceOf(RegistryRefusedException.class)
                    .hasMessageContaining("incompatible with an earlier schema for subject '" + TOPIC + "-value'");
        }
    }

    @Test
    void keepsIdsAndLevelsOverARestart() throws Exception {
        // given
        register("s", A);
        register("t", A_AND_OPTIONAL_B);
        put("/config/s", "{'compatibility':'FULL'}");
        var before = get("/subjects/t/versions/latest");

        // when
        registry.close();
        registry = EmbeddedRegistry.start(directory, "127.0.0.1", 0);

        // then
        then(get("/subjects/t/versions/latest")).isEqualTo(before);
        then(get("/config/s").path("compatibilityLevel").asText()).isEqualTo("FULL");
        then(register("u", B)).isEqualTo(3);
    }

    @Test
    void leavesNoHalfWrittenFileBehind() throws Exception {
        register("s", A);

        try (var files = Files.list(directory)) {
            then(files.map(Path::getFileName)).hasToString("[schemas.json]").hasSize(1);
        }
    }

    @Test
    void givesTheSameSchemaTheSameIdWithAnyFormatting() throws Exception {
        then(register("s", A)).isEqualTo(1);
        then(register("s", A.replace(",", " ,\n"))).isEqualTo(1);
        then(register("t", A)).isEqualTo(1);
        then(register("s", A_AND_OPTIONAL_B)).isEqualTo(2);
        then(get("/subjects/s/versions")).hasToString("[1,2]");
        then(get("/schemas/ids/1/versions"))
                .isEqualTo(JSON.readTree(json("[{'subject':'s','version':1},{'subject':'t','version':1}]")));
    }

    @Test
    void looksUpASchemaUnderItsSubject() throws Exception {
        register("s", A);

        var found = JSON.readTree(post("/subjects/s", schema(A)).body());

        then(found.path("version").asInt()).isEqualTo(1);
        then(found.path("id").asInt()).isEqualTo(1);
        then(JSON.readTree(found.path("schema").asText())).isEqualTo(JSON.readTree(json(A)));
    }

    @ParameterizedTest
    @CsvSource({
        "NONE, true, true",
        "BACKWARD, true, false",
        "BACKWARD_TRANSITIVE, true, false",
        "FORWARD, true, false",
        "FORWARD_TRANSITIVE, true, false",
        "FULL, true, false",
        "FULL_TRANSITIVE, true, false",
    })
    void holdsNewVersionsAgainstEarlierOnes(String level, boolean addsOptional, boolean renames) throws Exception {
        register("s", A);
        put("/config", "{'compatibility':'" + level + "'}");

        then(isCompatible("s", A_AND_OPTIONAL_B)).isEqualTo(addsOptional);
        then(isCompatible("s", B)).isEqualTo(renames);
        then(post("/subjects/s/versions", schema(B)).statusCode()).isEqualTo(renames ? 200 : 409);
    }

    @ParameterizedTest
    @CsvSource({
        "/subjects/none/versions, 404, 40401",
        "/subjects/s/versions/7, 404, 40402",
        "/subjects/s/versions/zero, 422, 42202",
        "/schemas/ids/99, 404, 40403",
        "/config/s, 404, 40408",
    })
    void saysWhatIsMissingInTheCodesThatClientsKnow(String path, int status, int code) throws Exception {
        register("s", A);

        var answer = HTTP.send(request(path).GET().build(), BodyHandlers.ofString());

        then(answer.statusCode()).isEqualTo(status);
        then(answer.headers().firstValue("Content-Type")).hasValue("application/vnd.schemaregistry.v1+json");
        then(JSON.readTree(answer.body()).path("error_code").asInt()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{'schema':'{'}",
                "{}",
                "no json",
                "{'schema':'syntax = proto3','schemaType':'PROTOBUF'}",
                "{'schema':'\\\"string\\\"','references':[{'name':'x','subject':'y','version':1}]}",
            })
    void refusesWhatIsNoAvroSchema(String body) throws Exception {
        var answer = post("/subjects/s/versions", json(body));

        then(answer.statusCode()).isEqualTo(422);
        then(JSON.readTree(answer.body()).path("error_code").asInt()).isEqualTo(42201);
        then(get("/subjects")).isEmpty();
    }

    @Test
    void rejectsAnUnknownCompatibility() throws Exception {
        then(put("/config", "{'compatibility':'SIDEWAYS'}").statusCode()).isEqualTo(422);
        then(get("/config").path("compatibilityLevel").asText()).isEqualTo("BACKWARD");
    }

    private AvroSerdes serdes() {
        return AvroSerdes.from(Map.of(AvroSerdes.SCHEMA_REGISTRY_URL, registry.url()));
    }

    private int register(String subject, String schema) throws IOException, InterruptedException {
        var answer = post("/subjects/" + subject + "/versions", schema(schema));
        then(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body()).path("id").asInt();
    }

    private boolean isCompatible(String subject, String schema) throws IOException, InterruptedException {
        var answer = post("/compatibility/subjects/" + subject + "/versions/latest", schema(schema));
        return JSON.readTree(answer.body()).path("is_compatible").asBoolean();
    }

    private JsonNode get(String path) {
        try {
            return JSON.readTree(HTTP.send(request(path).GET().build(), BodyHandlers.ofString())
                    .body());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        return HTTP.send(request(path).POST(BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> put(String path, String body) throws IOException, InterruptedException {
        return HTTP.send(request(path).PUT(BodyPublishers.ofString(json(body))).build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(registry.url() + path));
    }

    private static String schema(String schema) {
        return JSON.createObjectNode().put("schema", json(schema)).toString();
    }

    /** Quotes that need no escaping in Java. */
    private static String json(String text) {
        return text.replace('\'', '"');
    }
}
