package io.fleetorchestrator.schemas.serdes;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetorchestrator.schemas.topics.Topic;
import io.fleetorchestrator.schemas.topics.Topics;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificRecord;
import org.apache.avro.util.RandomData;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ContractRoundTripTest {

    private static final int RECORDS = 50;
    private static final long SEED = 20_170_612;

    private final AvroSerdes serdes = AvroSerdes.from(Map.of("schema.registry.url", "mock://round-trip"));

    @SuppressWarnings("unchecked") // all but the dead letters hold contract types
    static Stream<Topic<? extends SpecificRecord>> contractTopics() {
        return Topics.all().stream()
                .filter(topic -> topic.valueType() != byte[].class)
                .map(topic -> (Topic<? extends SpecificRecord>) topic);
    }

    @ParameterizedTest
    @MethodSource("contractTopics")
    <T extends SpecificRecord> void everyContractTypeSurvivesTheWireFormat(Topic<T> topic) throws IOException {
        survives(serdes.valueSerde(topic), topic);
    }

    @ParameterizedTest
    @MethodSource("contractTopics")
    <T extends SpecificRecord> void everyContractTypeSurvivesAStateStore(Topic<T> topic) throws IOException {
        survives(serdes.internalSerde(topic.valueType()), topic);
    }

    @Test
    void deadLettersKeepTheirBytes() {
        var serde = serdes.valueSerde(Topics.DEAD_LETTER);
        var bytes = new byte[] {1, 2, 3};

        assertThat(serde.serializer().serialize("dead-letter", bytes)).isEqualTo(bytes);
        assertThat(serde.deserializer().deserialize("dead-letter", bytes)).isEqualTo(bytes);
    }

    @Test
    void tombstonesStayTombstones() {
        var serde = serdes.valueSerde(Topics.FLEET_PROFILES);

        assertThat(serde.serializer().serialize("fleet.profiles", null)).isNull();
        assertThat(serde.deserializer().deserialize("fleet.profiles", null)).isNull();
    }

    @Test
    void theRegistryGetsTheContractWithoutJavaProperties() {
        var schema = ContractModel.publicSchema(Topics.WORKLOAD_DECISIONS.valueType());

        assertThat(schema.toString()).doesNotContain("avro.java").contains("\"doc\":", "timestamp-millis");
    }

    private <T extends SpecificRecord> void survives(Serde<T> serde, Topic<T> topic) throws IOException {
        for (T value : randomValues(topic)) {
            var bytes = serde.serializer().serialize(topic.name(), value);
            var back = serde.deserializer().deserialize(topic.name(), bytes);

            assertThat(back).isEqualTo(value).hasSameHashCodeAs(value);
            assertThat(serde.serializer().serialize(topic.name(), back)).isEqualTo(bytes);
        }
    }

    /** The values are written generically and read by the serde, so they also prove that values of other writers are read. */
    private <T extends SpecificRecord> Iterable<T> randomValues(Topic<T> topic) throws IOException {
        var schema = ContractModel.publicSchema(topic.valueType());
        var serde = serdes.valueSerde(topic);
        int id = InMemorySchemaRegistry.named("mock://round-trip").idOf("any", schema);
        var values = new ArrayList<T>();
        for (Object generic : new RandomData(schema, RECORDS, SEED)) {
            values.add(serde.deserializer().deserialize(topic.name(), framed(id, schema, generic)));
        }
        return values;
    }

    private static byte[] framed(int id, Schema schema, Object generic) throws IOException {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(new byte[] {0, 0, 0, 0, (byte) id});
        var encoder = EncoderFactory.get().binaryEncoder(bytes, null);
        new GenericDatumWriter<>(schema).write(generic, encoder);
        encoder.flush();
        return bytes.toByteArray();
    }
}
