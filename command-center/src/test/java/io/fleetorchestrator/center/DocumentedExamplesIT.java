package io.fleetorchestrator.center;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetorchestrator.testing.KafkaEnvironment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The commands in docs/api.md work in their order. */
class DocumentedExamplesIT {

    @RegisterExtension
    static final KafkaEnvironment KAFKA = KafkaEnvironment.shared();

    private static final Path DOCUMENT = Path.of("..", "docs", "api.md");
    private static final Pattern EXAMPLE =
            Pattern.compile("^curl -s (?:-X (\\w+) )?'http://localhost:8090(\\S+)'(?: -H \\S+ \\S+ -d '(.*)')?$");

    private static CenterUnderTest center;

    @BeforeAll
    static void start() {
        center = CenterUnderTest.start(KAFKA);
    }

    @AfterAll
    static void stop() {
        center.close();
    }

    @Test
    void answersEveryExample() throws IOException {
        assertThat(examples())
                .hasSizeGreaterThan(10)
                .allSatisfy(example ->
                        assertThat(status(example)).as(example.group()).isEqualTo(200));
    }

    private static int status(Matcher example) {
        var path = example.group(2);
        return switch (Optional.ofNullable(example.group(1)).orElse("GET")) {
            case "POST" -> center.post(path, example.group(3)).statusCode();
            case "DELETE" -> center.delete(path).statusCode();
            default -> center.get(path).statusCode();
        };
    }

    private static List<Matcher> examples() throws IOException {
        return Files.readAllLines(DOCUMENT).stream()
                .map(EXAMPLE::matcher)
                .filter(Matcher::matches)
                .toList();
    }
}
