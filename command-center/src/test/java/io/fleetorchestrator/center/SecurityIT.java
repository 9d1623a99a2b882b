package io.fleetorchestrator.center;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.fleetorchestrator.center.security.ApiKeys;
import io.fleetorchestrator.schemas.contract.Advisory;
import io.fleetorchestrator.schemas.contract.WorkloadRequest;
import io.fleetorchestrator.schemas.topics.Topics;
import io.fleetorchestrator.testing.KafkaEnvironment;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class SecurityIT {

    @RegisterExtension
    static final KafkaEnvironment KAFKA = KafkaEnvironment.shared();

    private static final String ISSUER = "https://issuer.example";
    private static final String AUDIENCE = "fleet-command-center";
    private static final String KEY = "a-long-and-random-key";
    private static final String BODY = "{\"powerMw\":5,\"durationHours\":4}";

    private static CenterUnderTest center;
    private static RSAKey trusted;

    @BeforeAll
    static void start(@TempDir Path directory) throws Exception {
        trusted = new RSAKeyGenerator(2048).keyID("one").generate();
        var jwks = Files.writeString(directory.resolve("jwks.json"), new JWKSet(trusted.toPublicJWK()).toString());
        var keys = Files.writeString(directory.resolve("keys"), "robot:submitter:blue:" + ApiKeys.hash(KEY) + "\n");
        center = CenterUnderTest.start(
                KAFKA,
                "--token-issuer",
                ISSUER,
                "--token-jwks-url",
                jwks.toUri().toString(),
                "--api-keys-file",
                keys.toString());
    }

    @AfterAll
    static void stop() {
        center.close();
    }

    @Test
    void rejectsCallersWithoutAKeyOrToken() {
        assertThat(center.get("/api/v1/regions").statusCode()).isEqualTo(401);
    }

    @Test
    void acceptsATokenOfTheIssuerForThisAudience() throws Exception {
        assertThat(read(signed(trusted, claims("viewer").build()))).isEqualTo(200);
    }

    @Test
    void rejectsAForgedToken() throws Exception {
        var forger = new RSAKeyGenerator(2048).keyID("one").generate();

        assertThat(read(signed(forger, claims("operator").build()))).isEqualTo(401);
    }

    @Test
    void rejectsAnExpiredToken() throws Exception {
        var expired = claims("viewer")
                .expirationTime(Date.from(Instant.now().minus(Duration.ofHours(1))))
                .build();

        assertThat(read(signed(trusted, expired))).isEqualTo(401);
    }

    @Test
    void rejectsATokenForAnotherAudienceOrOfAnotherIssuer() throws Exception {
        assertThat(read(signed(trusted, claims("viewer").audience("elsewhere").build())))
                .isEqualTo(401);
        assertThat(read(signed(
                        trusted,
                        claims("viewer").issuer("https://other.example").build())))
                .isEqualTo(401);
    }

    @Test
    void rejectsATokenThatIsNotSigned() {
        assertThat(read(new PlainJWT(claims("operator").build()).serialize())).isEqualTo(401);
    }

    @Test
    void letsAViewerReadButNotSubmit() throws Exception {
        var viewer = signed(trusted, claims("viewer").build());

        var refused = center.post("/api/v1/workloads", BODY, "Authorization", "Bearer " + viewer);

        assertThat(refused.statusCode()).isEqualTo(403);
    }

    @Test
    void submitsForTheTenantOfTheKeyAndForNoOther() {
        var own = center.post("/api/v1/workloads?wait=PT30S", BODY, "Authorization", "Bearer " + KEY);
        var others = center.post(
                "/api/v1/workloads",
                "{\"tenant\":\"red\",\"powerMw\":5,\"durationHours\":4}",
                "Authorization",
                "Bearer " + KEY);

        assertThat(own.body()).contains("\"tenant\":\"blue\"");
        assertThat(others.statusCode()).isEqualTo(403);
    }

    @Test
    void rejectsAnUnknownKey() {
        assertThat(read("another-key")).isEqualTo(401);
    }

    @Test
    void logsWritesAndRejectedCallers() throws Exception {
        var viewer = signed(trusted, claims("viewer").build());

        var lines = AuditTrail.of(() -> {
            center.post("/api/v1/workloads?wait=PT30S", BODY, "Authorization", "Bearer " + KEY);
            center.post("/api/v1/workloads", BODY, "Authorization", "Bearer " + viewer);
            center.get("/api/v1/regions", "Authorization", "Bearer " + viewer);
        });

        assertThat(lines).hasSize(2);
        assertThat(lines.get(0))
                .contains("caller=robot", "role=SUBMITTER", "tenant=blue", "did=POST /api/v1/workloads", "status=200")
                .doesNotContain(KEY);
        assertThat(lines.get(1)).contains("caller=somebody", "role=VIEWER", "status=403");
    }

    @Test
    void logsNoForgedLineBreak() throws Exception {
        var forger =
                signed(trusted, claims("operator").subject("eve\ncaller=admin").build());

        var lines = AuditTrail.of(() -> center.delete("/api/v1/workloads/none", "Authorization", "Bearer " + forger));

        assertThat(lines)
                .singleElement()
                .asString()
                .contains("caller=eve?caller=admin")
                .doesNotContain("\n");
    }

    @Test
    void showsATenantItsOwnDecisionsOnly() throws Exception {
        var id = "of-red-" + System.nanoTime();
        publish(id, "red");
        var own = center.post("/api/v1/workloads?wait=PT30S", BODY, "Authorization", "Bearer " + KEY);
        var auditor = signed(trusted, claims("viewer").build());
        var redViewer = signed(trusted, claims("viewer").claim("tenant", "red").build());
        var blueViewer =
                signed(trusted, claims("viewer").claim("tenant", "blue").build());
        await().atMost(Duration.ofMinutes(1))
                .until(() -> body("/api/v1/decisions?limit=500", auditor).contains(id)
                        && body("/api/v1/advisories", auditor).contains(id));

        assertThat(own.body()).contains("\"tenant\":\"blue\"");
        for (var path : List.of("/api/v1/decisions?limit=500", "/api/v1/grafana/decisions", "/api/v1/advisories")) {
            assertThat(body(path, auditor)).contains(id);
            assertThat(body(path, redViewer)).contains(id);
            assertThat(body(path, blueViewer)).doesNotContain(id);
            assertThat(body(path, KEY)).doesNotContain(id);
        }
        assertThat(body("/api/v1/grafana/annotations", KEY)).doesNotContain(id);
        assertThat(body("/api/v1/workloads/" + id, redViewer)).contains("\"tenant\":\"red\"");
        assertThat(body("/api/v1/workloads/" + id, blueViewer)).contains("there is no decision on");
        assertThat(body("/api/v1/savings", redViewer)).contains("\"approved\":1");
        assertThat(body("/api/v1/regions", blueViewer)).contains("arizona");
    }

    @Test
    void sendsATenantTheEventsOfItsOwnWorkloadsOnly() throws Exception {
        var blue = signed(trusted, claims("viewer").claim("tenant", "blue").build());
        var request = HttpRequest.newBuilder(URI.create(center.url("/api/v1/events")))
                .header("Accept", "text/event-stream")
                .header("Authorization", "Bearer " + blue)
                .build();
        try (var lines =
                HttpClient.newHttpClient().send(request, BodyHandlers.ofLines()).body()) {
            var events = lines.filter(line -> line.startsWith("data: ")).iterator();
            publish("event-of-green", "green");
            publish("event-of-blue", "blue");

            assertThat(events.next()).contains("event-of-blue");
        }
    }

    private static void publish(String id, String tenant) {
        var request = WorkloadRequest.newBuilder()
                .setRequestId(id)
                .setFleet(Records.FLEET)
                .setTenant(tenant)
                .setSubmittedAt(center.now())
                .setPowerMw(5)
                .setDurationHours(4)
                .build();
        var decision = Records.answer(request, center.now());
        center.topics().send(Topics.WORKLOAD_DECISIONS, Records.FLEET, decision, center.now());
        var advisory = Advisory.newBuilder(Records.advisory(center.now()))
                .setRequestId(id)
                .setText(id + " of " + tenant)
                .build();
        center.topics().send(Topics.FLEET_ADVISORIES, Records.FLEET, advisory, center.now());
    }

    private static String body(String path, String bearer) {
        return center.get(path, "Authorization", "Bearer " + bearer).body();
    }

    private static int read(String bearer) {
        return center.get("/api/v1/regions", "Authorization", "Bearer " + bearer)
                .statusCode();
    }

    private static JWTClaimsSet.Builder claims(String role) {
        return new JWTClaimsSet.Builder()
                .subject("somebody")
                .issuer(ISSUER)
                .audience(AUDIENCE)
                .expirationTime(Date.from(Instant.now().plus(Duration.ofHours(1))))
                .claim("roles", List.of(role));
    }

    private static String signed(RSAKey key, JWTClaimsSet claims) throws Exception {
        var token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("one").build(), claims);
        token.sign(new RSASSASigner(key));
        return token.serialize();
    }
}
