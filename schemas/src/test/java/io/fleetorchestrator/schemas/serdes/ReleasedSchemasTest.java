package io.fleetorchestrator.schemas.serdes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.fleetorchestrator.schemas.topics.Topic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReleasedSchemasTest {

    private static final Path RELEASED = Path.of("released");

    static Stream<Topic<? extends SpecificRecord>> contractTopics() {
        return ContractRoundTripTest.contractTopics();
    }

    @ParameterizedTest
    @MethodSource("contractTopics")
    void theContractKeepsEveryPromiseOfItsReleases(Topic<? extends SpecificRecord> topic) {
        var current = ContractModel.publicSchema(topic.valueType());

        assertThat(ReleasedSchemas.of(topic))
                .as("released schemas of " + topic.name())
                .isNotEmpty();
        assertThat(ReleasedSchemas.of(topic))
                .allSatisfy(released -> assertThat(EvolutionRules.broken(released, current))
                        .as(topic.name() + " is read and written by services of every release")
                        .isEmpty());
    }

    @ParameterizedTest
    @MethodSource("contractTopics")
    void everyTypeAndFieldSaysWhatItMeans(Topic<? extends SpecificRecord> topic) {
        var types = ReleasedSchemas.withParts(ContractModel.publicSchema(topic.valueType()))
                .toList();

        assertThat(types)
                .allSatisfy(type ->
                        assertThat(type.getDoc()).as("doc of " + type.getName()).isNotBlank());
        assertThat(types.stream().filter(type -> type.getType() == Schema.Type.RECORD))
                .allSatisfy(record -> assertThat(record.getFields())
                        .allSatisfy(field -> assertThat(field.doc())
                                .as("doc of " + record.getName() + "." + field.name())
                                .isNotBlank()));
    }

    @ParameterizedTest
    @MethodSource("contractTopics")
    void everyEnumHasADefaultSoThatSymbolsCanBeAdded(Topic<? extends SpecificRecord> topic) {
        assertThat(ReleasedSchemas.withParts(ContractModel.publicSchema(topic.valueType())))
                .filteredOn(type -> type.getType() == Schema.Type.ENUM)
                .allSatisfy(type ->
                        assertThat(type.getEnumDefault()).as(type.getName()).isNotNull());
    }

    @Test
    void everyReleasedSubjectBelongsToATopic() throws IOException {
        var subjects = ContractRoundTripTest.contractTopics().map(topic -> topic.name() + "-value");

        try (var folders = Files.list(RELEASED)) {
            assertThat(folders.map(folder -> folder.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(subjects.toList());
        }
    }

    @Test
    void aRenamedFieldIsCaught() {
        var problems = EvolutionRules.broken(
                record("{'name':'limitC','type':'double','default':35.0}"),
                record("{'name':'limitCelsius','type':'double','default':35.0}"));

        assertThat(problems)
                .containsExactly("field Policy.limitC was renamed or removed."
                        + " Keep it, and add the new one beside it with a default.");
    }

    @Test
    void aRenamedFieldWithoutDefaultIsCaughtInBothDirections() {
        var problems = EvolutionRules.broken(
                        record("{'name':'limitC','type':'double'}"), record("{'name':'limitCelsius','type':'double'}"))
                .toList();

        assertThat(problems).hasSize(3);
        assertThat(problems.get(1)).contains("old data cannot be read", "limitCelsius", "default");
        assertThat(problems.get(2)).contains("old readers cannot read new data", "limitC");
    }

    @Test
    void aFieldThatChangesItsTypeIsCaught() {
        assertThat(EvolutionRules.broken(record("{'name':'n','type':'int'}"), record("{'name':'n','type':'long'}")))
                .singleElement()
                .asString()
                .contains("old readers cannot read new data", "/fields/0/type");
    }

    @Test
    void aFieldThatChangesItsUnitOfTimeIsCaught() {
        assertThat(EvolutionRules.broken(
                        record("{'name':'at','type':{'type':'long','logicalType':'timestamp-millis'}}"),
                        record("{'name':'at','type':{'type':'long','logicalType':'timestamp-micros'}}")))
                .containsExactly("field Policy.at changed its logical type. Keep it, and add another one.");
    }

    @Test
    void aSymbolThatVanishesIsCaught() {
        assertThat(EvolutionRules.broken(
                        record("{'name':'e','type':{'type':'enum','name':'E','symbols':['A','B'],'default':'A'}}"),
                        record("{'name':'e','type':{'type':'enum','name':'E','symbols':['A'],'default':'A'}}")))
                .containsExactly("symbol E.B was renamed or removed. Keep it.");
    }

    @Test
    void aNewFieldWithADefaultMayCome() {
        assertThat(EvolutionRules.broken(
                        record("{'name':'a','type':'double'}"),
                        record("{'name':'a','type':'double'},{'name':'b','type':['null','double'],'default':null}")))
                .isEmpty();
    }

    /** {@code ./mvnw -pl schemas test -Dtest=ReleasedSchemasTest -Dschemas.release=true} */
    @ParameterizedTest
    @MethodSource("contractTopics")
    @EnabledIfSystemProperty(named = "schemas.release", matches = "true", disabledReason = "writes the next release")
    void releasesWhatChanged(Topic<? extends SpecificRecord> topic) throws IOException {
        var current = ContractModel.publicSchema(topic.valueType());
        var released = ReleasedSchemas.of(topic);

        if (!isLatest(released, current)) {
            var folder = Files.createDirectories(RELEASED.resolve(topic.name() + "-value"));
            Files.writeString(
                    folder.resolve((released.size() + 1) + ".avsc"),
                    new ObjectMapper().readTree(current.toString()).toPrettyString() + "\n");
        }
    }

    /** Compared as text, since schemas that differ in their docs only are equal to Avro. */
    private static boolean isLatest(List<Schema> released, Schema current) {
        return !released.isEmpty()
                && released.get(released.size() - 1).toString().equals(current.toString());
    }

    private static Schema record(String fields) {
        return new Schema.Parser()
                .parse("{'type':'record','name':'Policy','fields':[%s]}"
                        .formatted(fields)
                        .replace('\'', '"'));
    }
}
