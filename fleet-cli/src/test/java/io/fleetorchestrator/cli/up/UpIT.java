package io.fleetorchestrator.cli.up;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.fleetorchestrator.cli.DocumentedCommands;
import io.fleetorchestrator.cli.Fleet;
import io.fleetorchestrator.cli.Typed;
import io.fleetorchestrator.cli.connection.RunningFleet;
import io.fleetorchestrator.cli.connection.RunningFleets;
import io.fleetorchestrator.cli.console.ExitCode;
import io.fleetorchestrator.testing.ChildService;
import io.fleetorchestrator.testing.ForeignClient;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** A real {@code fleet up} in a process of its own and commands of other terminals; killed and started again at the end. */
@TestMethodOrder(OrderAnnotation.class)
class UpIT {

    @TempDir
    static Path home;

    private static ChildService up;

    @BeforeAll
    static void startIt() {
        up = start();
        up.awaitOutput("First APPROVED:").awaitOutput("First BLOCKED:");
    }

    @AfterAll
    static void stopIt() {
        up.close();
    }

    private static ChildService start() {
        // Midsummer: the hottest region is too hot at any hour of the day, so that something is blocked soon.
        return ChildService.start(
                Fleet.class,
                Map.of("FLEET_HOME", home.toString()),
                "up",
                "--data-dir",
                home.resolve("data").toString(),
                "--history",
                "P21D",
                "--season",
                "1",
                // Three days in 144 seconds: whatever the hour is now, the heat of a day comes within 50.
                "--lapse",
                "P3D",
                "--speed",
                "1800");
    }

    @Test
    @Order(1)
    void printsItsActivityAndAddresses() {
        up.awaitOutput("page      http://127.0.0.1:").awaitOutput("closed, 24 h bound");

        assertThat(up.output())
                .containsSubsequence("✔ kafka", "✔ registry", "✔ topics", "✔ services", "✔ history", "✔ forecasts")
                .contains("Time lapse from")
                .doesNotContain("Exception", "WARN");
        assertThat(up.get("/api/v1/regions")).contains("arizona");
    }

    @Test
    @Order(2)
    void answersRequests() {
        var submitted = type(
                "submit",
                "--home",
                "ireland",
                "--power-mw",
                "1",
                "--hours",
                "2",
                "--deadline",
                "PT18H",
                "--wait",
                "--json");

        assertThat(submitted.exitCode()).as(submitted.err()).isIn(ExitCode.OK, ExitCode.BLOCKED);
        var answer = submitted.json().get(0);
        var asked = type("decisions", "--id", answer.get("requestId").asText(), "--json");
        assertThat(asked.json()).extracting(node -> node.get("verdict")).containsExactly(answer.get("verdict"));
    }

    @Test
    @Order(3)
    void reservesNothingForADryRun() {
        var tried = type(
                "submit",
                "--home",
                "ireland",
                "--power-mw",
                "1",
                "--hours",
                "2",
                "--deadline",
                "PT18H",
                "--dry-run",
                "--wait");

        assertThat(tried.out()).contains("dry run, nothing reserved");
    }

    @Test
    @Order(4)
    void blocksAnImpossibleWorkload() {
        var submitted = type(
                "submit",
                "--home",
                "arizona",
                "--region",
                "arizona",
                "--power-mw",
                "5000",
                "--hours",
                "2",
                "--deadline",
                "PT18H",
                "--wait");

        assertThat(submitted.exitCode()).as(submitted.err()).isEqualTo(ExitCode.BLOCKED);
        assertThat(submitted.out()).contains("BLOCKED").contains("request ");
    }

    @Test
    @Order(5)
    void showsForecastsCoverageProfilesAndTopics() {
        assertThat(type("forecasts", "arizona").out()).contains("arizona, °C").contains("●");
        assertThat(type("forecasts", "arizona", "--json").json()).hasSize(1);
        assertThat(type("coverage").out()).contains("REGION", "TEMPERATURE");
        assertThat(type("coverage", "--json").json()).hasSize(3);
        assertThat(type("profiles", "show").out())
                .contains("arizona")
                .contains("100 MW")
                .contains("35 °C");
        assertThat(type("topics", "plan").exitCode()).isEqualTo(ExitCode.OK);
        assertThat(type("topics", "apply").out()).contains("schemas registered");
    }

    @Test
    @Order(6)
    void showsTheEffectOfAShift() {
        var words = type("what-if", "--from", "arizona", "--to", "ireland", "--shift", "5");
        var json = type("what-if", "--from", "arizona", "--to", "ireland", "--shift", "5", "--json");

        assertThat(words.out()).contains("5.0 MW move");
        assertThat(json.json().get(0).get("shiftedMw").asDouble()).isEqualTo(5.0);
        assertThat(type("what-if", "--from", "atlantis", "--to", "ireland", "--shift", "5")
                        .err())
                .contains("'atlantis' is not a region of any fleet");
    }

    @Test
    @Order(7)
    void changesALimitWhileEverythingRuns() throws IOException {
        // given a profile as it is shown, with another limit
        var shown = type("profiles", "show", "global", "--json").out();
        var file = Files.writeString(
                home.resolve("global.json"),
                shown.replace("\"temperatureLimitC\": 35.0", "\"temperatureLimitC\": 36.5"));

        // when
        var applied = type("profiles", "apply", "--file", file.toString());

        // then
        assertThat(applied.exitCode()).as(applied.err()).isEqualTo(ExitCode.OK);
        assertThat(type("profiles", "show").out()).contains("36.5 °C");
    }

    @Test
    @Order(7)
    void runsTheCommandsOfTheReadme() {
        for (var words : DocumentedCommands.in("README.md")) {
            boolean ends = !words[0].equals("up") && !Arrays.asList(words).contains("--follow");
            if (ends && !words[0].startsWith("-")) {
                assertThat(type(words).exitCode()).as(String.join(" ", words)).isIn(ExitCode.OK, ExitCode.BLOCKED);
            }
        }
    }

    @Test
    @Order(8)
    void isReadableForOtherClients() {
        assumeTrue(ForeignClient.isInstalled());

        var values = ForeignClient.values(
                running().bootstrapServers(), running().registryUrl(), List.of("fleet.workload.decisions"));

        assertThat(values.get("fleet.workload.decisions"))
                .extracting(decision -> decision.get("verdict").asText())
                .contains("APPROVED", "BLOCKED");
    }

    @Test
    @Order(9)
    void namesTheOwnerOfItsPort() {
        var port = Integer.toString(up.uri("/").getPort());

        var second = Typed.run("up", "--http-port", port);

        assertThat(second.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(second.err())
                .contains("port " + port + " is in use by process " + running().pid())
                .contains("choose another port with --http-port")
                .doesNotContain("\tat ");
    }

    @Test
    @Order(10)
    void continuesAfterAKill() throws Exception {
        // given the ids of all decisions, when it is killed
        var before = ids(type("decisions", "--last", "100000", "--json"));
        var schema = schemaId();
        up.kill();

        // when it is started again on the same data
        up = start();
        up.awaitOutput("Time lapse from").awaitOutput("First APPROVED:");

        // then it goes on, has kept all decisions, and has decided nothing twice
        var after = ids(type("decisions", "--last", "100000", "--json"));
        assertThat(after).startsWith(before.toArray(String[]::new)).doesNotHaveDuplicates();
        assertThat(schemaId()).isEqualTo(schema);
        assertThat(up.output()).doesNotContain("✔ history");
    }

    private static String schemaId() throws IOException, InterruptedException {
        var latest = URI.create(running().registryUrl() + "/subjects/fleet.workload.decisions-value/versions/latest");
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(latest).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private static List<String> ids(Typed decisions) {
        return decisions.json().stream().map(UpIT::id).toList();
    }

    private static String id(JsonNode decision) {
        return decision.get("requestId").asText() + " " + decision.get("action").asText();
    }

    private static RunningFleet running() {
        return RunningFleets.of(Map.of("FLEET_HOME", home.toString())).only().orElseThrow();
    }

    private static Typed type(String... words) {
        var command = new ArrayList<String>(Arrays.asList(words));
        Stream.of(
                        "--bootstrap-servers",
                        running().bootstrapServers(),
                        "--schema-registry-url",
                        running().registryUrl())
                .forEach(command::add);
        return Typed.run(command.toArray(String[]::new));
    }
}
