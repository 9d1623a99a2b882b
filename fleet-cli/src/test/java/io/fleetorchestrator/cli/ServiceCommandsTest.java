package io.fleetorchestrator.cli;

import static org.assertj.core.api.BDDAssertions.then;

import io.fleetorchestrator.cli.services.KnownService;
import io.fleetorchestrator.cli.services.Services;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ServiceCommandsTest {

    private static final Path ROOT = Path.of("..");

    static List<KnownService<?>> services() {
        return Services.all();
    }

    @ParameterizedTest
    @MethodSource("services")
    void everyServiceHasACommand(KnownService<?> service) {
        then(ServiceCommands.names(new String[] {service.command()}))
                .as(service.command())
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("services")
    void everyServiceIsInComposeAndInTheChart(KnownService<?> service) throws IOException {
        then(Files.readString(ROOT.resolve("docker-compose.yml")))
                .contains("command: " + service.command())
                .containsPattern("(?m)^  (telemetry-)?" + service.name() + ":");
        then(templates()).containsPattern("args: \\[.*\\b" + service.command() + "\\b");
    }

    @ParameterizedTest
    @MethodSource("services")
    void everyServiceHasALoginAndATableOfSettings(KnownService<?> service) throws IOException {
        then(Files.readString(ROOT.resolve("deploy/strimzi/users.yaml"))).contains("name: " + service.principal());
        then(Files.readString(ROOT.resolve("docs/configuration.md")).toLowerCase(Locale.ROOT))
                .containsPattern("(?m)^## (telemetry )?" + service.name().replace('-', ' ') + "$");
    }

    private static String templates() throws IOException {
        try (var files = Files.list(ROOT.resolve("deploy/helm/fleet-orchestrator/templates"))) {
            return files.filter(Files::isRegularFile)
                    .map(ServiceCommandsTest::text)
                    .collect(Collectors.joining());
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
