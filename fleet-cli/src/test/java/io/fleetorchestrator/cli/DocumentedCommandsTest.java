package io.fleetorchestrator.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentedCommandsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "README.md",
                "docs/benchmarks.md",
                "docs/deploy.md",
                "docs/forecasting.md",
                "docs/kubernetes.md",
                "docs/operations.md",
                "docs/profiles.md",
                "docs/quickstart.md",
                "docs/submit.md",
                "docs/telemetry.md",
                "docs/watch.md"
            })
    void parse(String document) {
        assertThat(DocumentedCommands.in(document)).isNotEmpty().allSatisfy(words -> {
            if (!ServiceCommands.names(words)) {
                assertThatCode(() -> Fleet.commandLine().parseArgs(words))
                        .as(String.join(" ", words))
                        .doesNotThrowAnyException();
            }
        });
    }
}
