package io.fleetorchestrator.cli.up;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetorchestrator.cli.Fleet;
import io.fleetorchestrator.schemas.topics.Topics;
import io.fleetorchestrator.testing.ChildService;
import io.fleetorchestrator.testing.KafkaEnvironment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** {@code fleet up} on an existing Kafka and registry. */
class UpBesideIT {

    @RegisterExtension
    static final KafkaEnvironment kafka = KafkaEnvironment.isolated();

    @TempDir
    static Path home;

    @Test
    void usesTheClusterAndLeavesNothingBehindOnCtrlC() throws Exception {
        // given
        var temporary = Files.createDirectory(home.resolve("tmp"));
        var variables = Map.of("FLEET_HOME", home.toString(), "JAVA_TOOL_OPTIONS", "-Djava.io.tmpdir=" + temporary);
        try (var up = ChildService.start(
                Fleet.class,
                variables,
                "up",
                "--bootstrap-servers",
                kafka.bootstrapServers(),
                "--schema-registry-url",
                kafka.registryUrl(),
                "--topic-prefix",
                "trial.",
                "--history",
                "P10D")) {
            up.awaitOutput("Time lapse from");
            assertThat(temporary).isDirectoryContaining("glob:**fleet-up-*");

            // when
            up.terminate();

            // then
            assertThat(up.output()).contains("Stopped.").doesNotContain("not everything was closed", "Exception");
            assertThat(temporary).isDirectoryNotContaining("glob:**fleet-up-*");
            assertThat(home.resolve("running")).isEmptyDirectory();
        }
        try (var admin = kafka.admin()) {
            assertThat(admin.listTopics().names().get())
                    .as("the existing broker still runs")
                    .contains("trial.workload.decisions", "trial.telemetry.readings")
                    .noneMatch(name -> name.startsWith(Topics.DEFAULT_PREFIX));
        }
    }
}
