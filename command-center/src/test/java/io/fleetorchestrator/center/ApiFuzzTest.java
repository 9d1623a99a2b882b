package io.fleetorchestrator.center;

import static io.fleetorchestrator.testing.fuzz.Surface.utf8;
import static org.assertj.core.api.BDDAssertions.then;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.fleetorchestrator.center.api.DecisionService;
import io.fleetorchestrator.center.api.RouteTable;
import io.fleetorchestrator.center.api.Visibility;
import io.fleetorchestrator.center.events.EventStream;
import io.fleetorchestrator.center.metrics.CenterMetrics;
import io.fleetorchestrator.center.readmodel.ReadModel;
import io.fleetorchestrator.center.readmodel.ReadModelRetention;
import io.fleetorchestrator.center.workload.PendingDecisions;
import io.fleetorchestrator.center.workload.RequestSender;
import io.fleetorchestrator.runtime.settings.Settings;
import io.fleetorchestrator.schemas.contract.WorkloadRequest;
import io.fleetorchestrator.schemas.serdes.AvroSerdes;
import io.fleetorchestrator.schemas.topics.Topics;
import io.fleetorchestrator.testing.fuzz.Surface;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Every HTTP request is answered: with success, or with a problem that has a reason. */
class ApiFuzzTest {

    private static final Instant NOW = Instant.parse("2026-07-01T12:00:00Z");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String UNRESERVED = "/?&=._~-";

    private final AvroSerdes serdes = AvroSerdes.from(Map.of(AvroSerdes.SCHEMA_REGISTRY_URL, "mock://api"));
    private final MockProducer<String, WorkloadRequest> cluster = new MockProducer<>(
            true,
            null,
            new StringSerializer(),
            serdes.valueSerde(Topics.WORKLOAD_REQUESTS).serializer());
    private final WebServer server = serve();
    private final HttpClient http = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        server.close();
        serdes.close();
    }

    @Test
    void publishesOnlyValidWorkloadsAndRejectsTheRest() {
        var good = List.of(
                utf8(
                        "{\"powerMw\":5,\"durationHours\":4,\"homeRegion\":\"arizona\",\"deadline\":\"2026-07-02T12:00:00Z\"}"),
                utf8("{\"requestId\":\"r-1\",\"fleet\":\"global\",\"powerMw\":0.5,\"durationHours\":24,\"dryRun\":true,"
                        + "\"allowedRegions\":[\"arizona\",\"ireland\"],\"priority\":\"HIGH\",\"maxLatencyMs\":80,"
                        + "\"weights\":{\"carbon\":1,\"water\":0.1,\"delay\":0,\"thermal\":2.5}}"));
        Surface.fuzz("api workloads", good, input -> {
            cluster.clear();
            var refused = refusal(post("/api/v1/workloads?wait=PT0S", input));
            then(cluster.history()).hasSize(refused.isPresent() ? 0 : 1);
            cluster.history().forEach(sent -> thenIsValid(sent.value()));
            return refused;
        });
    }

    private static void thenIsValid(WorkloadRequest sent) {
        then(sent.getPowerMw()).isBetween(0.001, 10_000.0);
        then(sent.getDurationHours()).isBetween(1, 168);
        then(sent.getFleet()).matches("[A-Za-z0-9][A-Za-z0-9._:~-]*");
        then(sent.getSubmittedAt()).isEqualTo(NOW);
    }

    @Test
    void answersOrRejectsShifts() {
        var good = utf8("{\"from\":\"arizona\",\"to\":\"ireland\",\"percent\":10}");
        Surface.fuzz("api what-if", List.of(good), input -> refusal(post("/api/v1/what-if", input)));
    }

    @Test
    void answersOrRejectsQueries() {
        var good = List.of(
                utf8("regions"),
                utf8("regions/arizona/forecast?issuedAt=2026-07-01T12:00:00Z"),
                utf8("regions/ireland/history?from=2026-07-01T00:00:00Z&to=2026-07-01T12:00:00Z"),
                utf8("frames?hours=24"),
                utf8("coverage?region=wyoming"),
                utf8("decisions?fleet=global&dryRun=false&limit=50"),
                utf8("savings?from=2026-06-01T00:00:00Z"),
                utf8("advisories?region=arizona&limit=10"));
        Surface.fuzz(
                "api questions",
                good,
                input -> refusal(to("/api/v1/" + escaped(input)).GET()));
    }

    private Optional<String> refusal(HttpRequest.Builder request) throws IOException, InterruptedException {
        var answer = http.send(request.timeout(Duration.ofMinutes(1)).build(), BodyHandlers.ofString());
        return answer.statusCode() < 300 ? Optional.empty() : Optional.of(reason(answer));
    }

    private static String reason(HttpResponse<String> answer) throws IOException {
        then(answer.statusCode()).as(answer.body()).isBetween(400, 499);
        then(answer.headers().firstValue("Content-Type")).as(answer.body()).contains("application/problem+json");
        return JSON.readTree(answer.body()).path("detail").asText();
    }

    private HttpRequest.Builder post(String path, byte[] body) {
        return to(path).header("Content-Type", "application/json").POST(BodyPublishers.ofByteArray(body));
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + path));
    }

    /** Any bytes as a part of a URL. */
    private static String escaped(byte[] input) {
        var escaped = new StringBuilder();
        for (byte at : input) {
            boolean plain = at > 0 && (Character.isLetterOrDigit(at) || UNRESERVED.indexOf(at) >= 0);
            escaped.append(plain ? String.valueOf((char) at) : "%%%02X".formatted(at));
        }
        return escaped.toString();
    }

    private WebServer serve() {
        var model = new ReadModel(new ReadModelRetention(Duration.ofDays(8), 1_000, 1_000));
        model.put(Records.profile(Records.REGIONS, NOW));
        for (var region : Records.REGIONS) {
            model.put(Records.hour(region, NOW.minus(Duration.ofHours(1))));
            model.put(Records.forecast(region, NOW));
            model.put(Records.outcome(region, NOW));
        }
        model.put(Records.advisory(NOW));
        var visibility = new Visibility(model);
        var desk = new DecisionService(new RequestSender(cluster, Topics.DEFAULT_PREFIX), new PendingDecisions());
        return WebServer.start(
                Settings.defaults(CenterSettings.class, "--web-port", "0"),
                RouteTable.of(model, visibility, desk, Clock.fixed(NOW, ZoneOffset.UTC)),
                new EventStream(100),
                visibility,
                new CenterMetrics(new SimpleMeterRegistry()),
                () -> true);
    }
}
