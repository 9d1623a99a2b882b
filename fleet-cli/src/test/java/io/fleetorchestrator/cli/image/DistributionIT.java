package io.fleetorchestrator.cli.image;

import static org.assertj.core.api.BDDAssertions.then;

import io.fleetorchestrator.cli.console.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The distribution of the services has only what they need, and only the commands of the left-out parts miss those. */
class DistributionIT {

    /** The tools of tests and benchmarks, and the broker with its older libraries. */
    private static final String LEFT_OUT =
            "(benchmarks|evaluation|embedded-kafka|testing|jmh-|kafka-streams-test-utils|kafka_2|kafka-(server|metadata|raft|"
                    + "storage|tools|[a-z]+-coordinator)|scala-|metrics-core|argparse4j|jopt-simple|commons-(digester|collections|"
                    + "beanutils|validator|math3)|log4j-|junit|assertj|testcontainers|awaitility|playwright|mockito).*";

    private static SlimDistribution slim;

    @BeforeAll
    static void assemble(@TempDir Path home) throws IOException {
        slim = SlimDistribution.in(home);
    }

    @Test
    void theServicesComeWithoutBrokerTestToolsAndBenchmarks() throws IOException {
        then(slim.libraries())
                .anyMatch(jar -> jar.startsWith("kafka-streams-"))
                .noneMatch(jar -> jar.matches(LEFT_OUT))
                .doesNotContainAnyElementsOf(SlimDistribution.leftOut());
        then(SlimDistribution.leftOut())
                .anyMatch(jar -> jar.startsWith("benchmarks"))
                .anyMatch(jar -> jar.startsWith("kafka_2"));
    }

    @Test
    void theNoticeNamesEveryThirdPartyLibraryAndWhatIsEmbedded() throws IOException {
        var notice = Files.readString(Path.of("target", "THIRD-PARTY.txt"));

        then(slim.librariesOfOthers())
                .hasSizeGreaterThan(50)
                .allSatisfy(jar -> then(notice)
                        .contains(":" + jar.replaceFirst("-(?=\\d)", ":").replace(".jar", "\n    ")));
        then(notice)
                .containsPattern("ch\\.qos\\.logback:logback-core:.*\\n    EPL-2\\.0 or LGPL-2\\.1-only\\n")
                .contains("io.confluent:kafka-schema-registry-client");
    }

    @Test
    void onlyTheirOwnCommandsMissTheLeftOutParts() throws IOException {
        then(slim.classesThatMissSomething())
                .isNotEmpty()
                .allMatch(name -> name.matches("io\\.fleetorchestrator\\.cli\\."
                        + "(bench\\.|evaluate\\.|up\\.(EmbeddedKafkaStack|Addresses)).*"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bench", "bench ingest --short", "evaluate --season P7D", "up"})
    void aLeftOutCommandNamesTheImageThatHasIt(String command) throws Exception {
        var typed = slim.run(command.split(" ", -1));

        then(typed.exitCode()).isEqualTo(ExitCode.USAGE);
        then(typed.err())
                .contains(
                        "fleet: this distribution has no ",
                        "the image whose tag ends in -full, or ./fleet from a checkout")
                .doesNotContain("Exception", "NoClassDefFoundError");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--help",
                "topics plan --help",
                "up --help",
                "produce --print-config",
                "forecast --print-config",
                "schedule --print-config",
                "serve --print-config"
            })
    void everythingElseIsThere(String command) throws Exception {
        var typed = slim.run(command.split(" ", -1));

        then(typed.exitCode()).as(typed.err()).isZero();
        then(typed.out()).isNotBlank();
    }
}
