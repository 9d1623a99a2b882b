package io.fleetorchestrator.cli;

import static org.assertj.core.api.BDDAssertions.then;

import io.fleetorchestrator.cli.console.ExitCode;
import io.fleetorchestrator.schemas.serdes.AvroSerdes;
import io.fleetorchestrator.schemas.topics.Topics;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

class CliErrorHandlerTest {

    private final StringWriter err = new StringWriter();

    @Test
    void namesARegistryThatCannotBeReachedAndItsFlag() {
        // given a port on which nothing listens
        var unreachable = failure("http://localhost:1");

        // when
        int exitCode = print(unreachable);

        // then
        then(exitCode).isEqualTo(ExitCode.FAILED);
        then(err.toString())
                .contains("schema registry http://localhost:1 cannot be reached")
                .contains("check --schema-registry-url");
    }

    @Test
    void showsTheStackTraceOnlyOnRequest() {
        print(new IllegalStateException("broken"));

        then(err.toString())
                .contains("fleet: broken", "--verbose shows the stack trace")
                .doesNotContain("\tat ");
    }

    private static Exception failure(String registry) {
        var settings =
                Map.<String, Object>of(AvroSerdes.SCHEMA_REGISTRY_URL, registry, AvroSerdes.REGISTRY_PATIENCE_MS, "0");
        try (var serdes = AvroSerdes.from(settings)) {
            serdes.publish(Topics.DEFAULT_PREFIX);
            throw new AssertionError("something answers on " + registry);
        } catch (RuntimeException failure) {
            return new RuntimeException("wrapped by a client", failure);
        }
    }

    private int print(Exception failure) {
        var command = new CommandLine(new Fleet());
        command.setErr(new PrintWriter(err, true));
        return new CliErrorHandler(new Fleet())
                .failure(
                        failure,
                        command,
                        ParseResult.builder(command.getCommandSpec()).build());
    }
}
