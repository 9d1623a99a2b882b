package io.fleetorchestrator.schemas.serdes;

import static org.assertj.core.api.BDDAssertions.then;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Scanners find embedded libraries by files below META-INF/maven, which the bundle of the registry client lacks. */
class EmbeddedPartsTest {

    private static final Path CLASSES = Path.of("target", "classes", "META-INF");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "io.confluent:kafka-schema-registry-client",
                "io.confluent:common-utils",
                "org.apache.kafka:kafka-clients",
                "org.apache.avro:avro",
                "com.fasterxml.jackson.core:jackson-annotations",
                "com.fasterxml.jackson.core:jackson-core",
                "com.fasterxml.jackson.core:jackson-databind"
            })
    void areNamedInTheVersionsThatTheBundleNames(String part) throws IOException {
        then(CLASSES.resolve("NOTICE")).content().contains("- " + part + ":" + version(part) + "\n");
    }

    private static String version(String part) throws IOException {
        var properties = new Properties();
        var file = CLASSES.resolve("maven").resolve(part.replace(':', '/')).resolve("pom.properties");
        try (var lines = Files.newBufferedReader(file)) {
            properties.load(lines);
        }
        return properties.getProperty("version");
    }
}
