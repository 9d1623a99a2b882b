package io.fleetorchestrator.schemas.serdes;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.util.Collections;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The registry client is unpacked from a bundle; no other part of that bundle may be on our class path. */
@AnalyzeClasses(packages = "io.fleetorchestrator", importOptions = ImportOption.DoNotIncludeTests.class)
class RegistryClientTest {

    @ArchTest
    static final ArchRule ONE_CLASS_KNOWS_THE_CLIENT = noClasses()
            .that()
            .haveNameNotMatching(".*\\.ConfluentSchemaRegistry(\\$.*)?")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.flink..");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "com/github/luben/zstd/Zstd.class",
                "org/xerial/snappy/Snappy.class",
                "com/google/common/cache/Cache.class",
                "org/apache/avro/Schema.class",
                "org/apache/kafka/common/config/ConfigException.class",
                "com/fasterxml/jackson/databind/ObjectMapper.class"
            })
    void shadowsNoClassOfAnotherLibrary(String shared) throws IOException {
        assertThat(Collections.list(getClass().getClassLoader().getResources(shared)))
                .hasSize(1);
    }
}
