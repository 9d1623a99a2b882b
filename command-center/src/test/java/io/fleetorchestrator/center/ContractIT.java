package io.fleetorchestrator.center;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaId;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.fleetorchestrator.testing.KafkaEnvironment;
import io.swagger.v3.oas.models.SpecVersion;
import io.swagger.v3.parser.OpenAPIV3Parser;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Every response conforms to the OpenAPI document. */
class ContractIT {

    @RegisterExtension
    static final KafkaEnvironment KAFKA = KafkaEnvironment.shared();

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int REQUESTS = 2_000;

    private static final List<String> VALUES = List.of(
            "",
            "0",
            "-1",
            "1e400",
            "NaN",
            "null",
            "true",
            "arizona",
            "ünï",
            "%00",
            "../../etc/passwd",
            "' OR 1=1",
            "<script>",
            "2026-01-01T00:00:00Z",
            "+1000000000-12-31T23:59:59Z",
            "-999999999-01-01T00:00:00Z",
            "PT5S",
            "PT-1S",
            "P99999999999D",
            "PT0S",
            "9223372036854775807",
            "decision,decision",
            "TEMPERATURE",
            "A".repeat(2_000));

    private static final List<String> BODIES = List.of(
            "",
            "null",
            "[]",
            "{}",
            "{",
            "\"text\"",
            "1",
            "[".repeat(500),
            "{\"powerMw\":1e999,\"durationHours\":1}",
            "{\"powerMw\":\"5\",\"durationHours\":4}",
            "{\"powerMw\":5,\"durationHours\":4.5}",
            "{\"powerMw\":5,\"durationHours\":4,\"deadline\":\"+999999999-12-31T23:59:59Z\"}",
            "{\"powerMw\":5,\"durationHours\":4,\"deadline\":1e308}",
            "{\"powerMw\":5,\"durationHours\":4,\"allowedRegions\":[null]}",
            "{\"powerMw\":5,\"durationHours\":4,\"weights\":{}}",
            "{\"powerMw\":5,\"powerMw\":6,\"durationHours\":4}",
            "{\"powerMw\":5,\"durationHours\":4,\"priority\":7}",
            "{\"powerMw\":5,\"durationHours\":4,\"requestId\":\"../..\"}",
            "{\"from\":\"arizona\",\"to\":\"ireland\",\"percent\":10}",
            "{\"from\":\"arizona\",\"to\":\"atlantis\",\"percent\":101}",
            "{\"from\":null,\"to\":\"ireland\",\"percent\":1}",
            "{\"name\":\"" + "x".repeat(70_000) + "\"}");

    private static CenterUnderTest center;
    private static JsonNode document;

    @BeforeAll
    static void start() throws Exception {
        center = CenterUnderTest.start(KAFKA);
        document = JSON.readTree(center.get("/api/v1/openapi.json").body());
    }

    @AfterAll
    static void stop() {
        center.close();
    }

    @Test
    void documentsEveryRouteWithReferencesThatResolve() {
        assertThat(document.get("openapi").asText()).isEqualTo("3.1.0");
        assertThat(document.get("paths")).hasSizeGreaterThan(15);
        assertThat(document.findValuesAsText("$ref"))
                .isNotEmpty()
                .allSatisfy(reference -> assertThat(
                                document.at(reference.substring(1)).isMissingNode())
                        .isFalse());
    }

    @Test
    void isAValidDocumentOfOpenApi() {
        var read = new OpenAPIV3Parser().readContents(document.toString());

        assertThat(read.getMessages()).isEmpty();
        assertThat(read.getOpenAPI().getSpecVersion()).isEqualTo(SpecVersion.V31);
        assertThat(read.getOpenAPI().getPaths()).hasSize(document.get("paths").size());
    }

    @Test
    void describesItsTypesInValidJsonSchemas() {
        var meta = JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(SchemaLocation.of(SchemaId.V202012));

        assertThat(document.at("/components/schemas").properties())
                .hasSizeGreaterThan(20)
                .allSatisfy(type -> assertThat(meta.validate(type.getValue())).isEmpty());
    }

    @Test
    void answersEveryRequestAsDocumented() throws Exception {
        var random = new Random(7);
        var operations = operations();
        for (int at = 0; at < REQUESTS; at++) {
            var operation = operations.get(random.nextInt(operations.size()));

            var response = ask(operation, random);

            assertThat(response.statusCode())
                    .as(response + " " + response.body())
                    .isLessThan(500);
            assertThat(response.body()).doesNotContain("Exception", "\tat ");
            assertThat(violations(operation, response))
                    .as(response + " " + response.body())
                    .isEmpty();
        }
    }

    /** One operation of the document. */
    private record Operation(String path, String verb, JsonNode description) {}

    private static List<Operation> operations() {
        var operations = new ArrayList<Operation>();
        for (var path : document.get("paths").properties()) {
            for (var verb : path.getValue().properties()) {
                operations.add(new Operation(path.getKey(), verb.getKey(), verb.getValue()));
            }
        }
        operations.removeIf(operation -> operation.path().equals("/api/v1/events"));
        return operations;
    }

    private static HttpResponse<String> ask(Operation operation, Random random) {
        var path = operation
                .path()
                .replaceAll("\\{.*}", random.nextBoolean() ? "arizona" : encoded(any(VALUES, random), "x"));
        var query = new StringBuilder();
        operation.description().get("parameters").forEach(parameter -> {
            if (parameter.get("in").asText().equals("query") && random.nextInt(3) == 0) {
                query.append(query.isEmpty() ? "?" : "&")
                        .append(parameter.get("name").asText())
                        .append('=')
                        .append(encoded(any(VALUES, random), ""));
            }
        });
        return switch (operation.verb()) {
            case "get" -> center.get(path + query);
            case "delete" -> center.delete(path + query);
            default -> center.post(path + query, any(BODIES, random));
        };
    }

    private static String encoded(String value, String otherwise) {
        return URLEncoder.encode(value.isEmpty() ? otherwise : value, StandardCharsets.UTF_8)
                .replace("+", "%20");
    }

    private static String any(List<String> values, Random random) {
        return values.get(random.nextInt(values.size()));
    }

    private static List<String> violations(Operation operation, HttpResponse<String> response) throws Exception {
        var content = operation.description().at("/responses/" + response.statusCode() + "/content");
        if (content.isMissingNode()) {
            // The server rejects paths with encoded slashes and dots before routing.
            return response.statusCode() == 400 || response.statusCode() == 405
                    ? List.of()
                    : List.of("status " + response.statusCode() + " is not documented");
        }
        var reference = content.elements().next().at("/schema/$ref").asText().replace("#/components/schemas/", "");
        var schema = JSON.createObjectNode();
        schema.put("$ref", "#/components/schemas/" + reference);
        schema.set("components", document.get("components"));
        return JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(schema)
                .validate(JSON.readTree(response.body()))
                .stream()
                .map(Object::toString)
                .toList();
    }
}
