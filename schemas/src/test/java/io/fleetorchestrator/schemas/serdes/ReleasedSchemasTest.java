package io.fleetorchestrator.schemas.serdes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.fleetorchestrator.schemas.state.OpenHours;
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

    /** The records of stores: their folder has one schema file for each. */
    static Stream<Class<? extends SpecificRecord>> stateRecords() throws IOException {
        return names(Path.of("src/main/avro/state")).stream()
                .map(file -> OpenHours.class.getPackageName() + "." + file.replace(".avsc", ""))
                .map(ReleasedSchemasTest::generated);
    }

    static Stream<Class<? extends SpecificRecord>> contractTopicsAndStateRecords() throws IOException {
        return Stream.concat(contractTopics().map(Topic::valueType), stateRecords());
    }

    private static Class<? extends SpecificRecord> generated(String name) {
        try {
            return Class.forName(name).asSubclass(SpecificRecord.class);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(name + " has a schema, but no class was generated for it", e);
        }
    }

    @ParameterizedTest
    @MethodSource("contractTopics")
    void theContractIsCompatibleWithAllReleases(Topic<? extends SpecificRecord> topic) {
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
    @MethodSource("stateRecords")
    void stateOfEveryReleasedVersionCanBeRead(Class<? extends SpecificRecord> record) {
        var current = ContractModel.publicSchema(record);

        assertThat(ReleasedSchemas.ofState(record.getSimpleName()))
                .as("released schemas of " + record)
                .isNotEmpty()
                .allSatisfy(released -> assertThat(EvolutionRules.broken(released, current))
                        .as("stores hold " + record.getSimpleName() + " of every release")
                        .isEmpty());
    }

    @ParameterizedTest
    @MethodSource("contractTopicsAndStateRecords")
    void everyTypeAndFieldHasADoc(Class<? extends SpecificRecord> record) {
        var types =
                ReleasedSchemas.withParts(ContractModel.publicSchema(record)).toList();

        assertThat(types)
                .allSatisfy(type ->
                        assertThat(type.getDoc()).as("doc of " + type.getName()).isNotBlank());
        assertThat(types.stream().filter(type -> type.getType() == Schema.Type.RECORD))
                .allSatisfy(type -> assertThat(type.getFields())
                        .allSatisfy(field -> assertThat(field.doc())
                                .as("doc of " + type.getName() + "." + field.name())
                                .isNotBlank()));
    }

    @ParameterizedTest
    @MethodSource("contractTopicsAndStateRecords")
    void everyEnumHasADefaultSoThatSymbolsCanBeAdded(Class<? extends SpecificRecord> record) {
        assertThat(ReleasedSchemas.withParts(ContractModel.publicSchema(record)))
                .filteredOn(type -> type.getType() == Schema.Type.ENUM)
                .allSatisfy(type ->
                        assertThat(type.getEnumDefault()).as(type.getName()).isNotNull());
    }

    @Test
    void everyReleasedSubjectBelongsToATopic() throws IOException {
        var subjects = ContractRoundTripTest.contractTopics().map(topic -> topic.name() + "-value");

        assertThat(names(RELEASED))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(subjects, Stream.of("state")).toList());
    }

    @Test
    void everyReleasedStateBelongsToARecord() throws IOException {
        var records = stateRecords().map(Class::getSimpleName);

        assertThat(names(RELEASED.resolve("state"))).containsExactlyInAnyOrderElementsOf(records.toList());
    }

    private static List<String> names(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    @Test
    void aRenamedFieldIsCaught() {
        var problems = EvolutionRules.broken(
                record("{'name':'limitC','type':'double','default':35.0}"),
                record("{'name':'limitCelsius','type':'double','default':35.0}"));

        assertThat(problems)
                .containsExactly("field Policy.limitC was renamed or removed."
                        + " Keep it, and add the new one with a default.");
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
    void aRemovedSymbolIsCaught() {
        assertThat(EvolutionRules.broken(
                        record("{'name':'e','type':{'type':'enum','name':'E','symbols':['A','B'],'default':'A'}}"),
                        record("{'name':'e','type':{'type':'enum','name':'E','symbols':['A'],'default':'A'}}")))
                .containsExactly("symbol E.B was renamed or removed. Keep it.");
    }

    @Test
    void aNewFieldWithADefaultIsAllowed() {
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
        release(topic.name() + "-value", ReleasedSchemas.of(topic), ContractModel.publicSchema(topic.valueType()));
    }

    @ParameterizedTest
    @MethodSource("stateRecords")
    @EnabledIfSystemProperty(named = "schemas.release", matches = "true", disabledReason = "writes the next release")
    void releasesStateThatChanged(Class<? extends SpecificRecord> record) throws IOException {
        var name = record.getSimpleName();
        release("state/" + name, ReleasedSchemas.ofState(name), ContractModel.publicSchema(record));
    }

    private static void release(String name, List<Schema> released, Schema current) throws IOException {
        if (!isLatest(released, current)) {
            var folder = Files.createDirectories(RELEASED.resolve(name));
            Files.writeString(
                    folder.resolve((released.size() + 1) + ".avsc"),
                    new ObjectMapper().readTree(current.toString()).toPrettyString() + "\n");
        }
    }

    /** Compares text, because schemas that differ only in their docs are equal in Avro. */
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
