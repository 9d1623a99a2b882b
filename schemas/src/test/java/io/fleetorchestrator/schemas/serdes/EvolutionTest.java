package io.fleetorchestrator.schemas.serdes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fleetorchestrator.schemas.contract.TelemetryReading;
import io.fleetorchestrator.schemas.topics.Topics;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.utils.Utils;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;

/** In a rolling upgrade, old and new versions of the contract use one topic, in both directions. */
class EvolutionTest {

    private static final String TOPIC = "fleet.telemetry.readings";
    private static final String REGISTRY = "mock://evolution";
    private static final Instant TEN = Instant.parse("2017-06-12T10:00:00Z");

    private static final Schema OURS = ContractModel.publicSchema(TelemetryReading.class);
    private static final Schema OLDER = parse("""
            {"type": "record", "name": "TelemetryReading", "namespace": "io.fleetorchestrator.schemas.contract",
             "fields": [{"name": "region", "type": "string"},
                        {"name": "observedAt", "type": {"type": "long", "logicalType": "timestamp-millis"}}]}""");
    private static final Schema NEWER = parse("""
            {"type": "record", "name": "TelemetryReading", "namespace": "io.fleetorchestrator.schemas.contract",
             "fields": [{"name": "dewPointC", "type": ["null", "double"], "default": null},
                        {"name": "observedAt", "type": {"type": "long", "logicalType": "timestamp-millis"}},
                        {"name": "region", "type": "string"}]}""");

    private final AvroSerdes serdes = AvroSerdes.from(Map.of("schema.registry.url", REGISTRY));
    private final Serde<TelemetryReading> serde = serdes.valueSerde(Topics.TELEMETRY_READINGS);

    @Test
    void readsWhatAnOlderVersionWrote() throws IOException {
        var reading = new GenericData.Record(OLDER);
        reading.put("region", "wyoming");
        reading.put("observedAt", TEN.toEpochMilli());

        var read = serde.deserializer().deserialize(TOPIC, written(reading));

        assertThat(read.getRegion()).isEqualTo("wyoming");
        assertThat(read.getObservedAt()).isEqualTo(TEN);
        assertThat(read.getFleet()).isEqualTo("global");
        assertThat(read.getTemperatureC()).isNull();
    }

    @Test
    void readsWhatANewerVersionWroteWithFieldsAddedAndMoved() throws IOException {
        var reading = new GenericData.Record(NEWER);
        reading.put("dewPointC", 3.5);
        reading.put("region", "wyoming");
        reading.put("observedAt", TEN.toEpochMilli());

        var read = serde.deserializer().deserialize(TOPIC, written(reading));

        assertThat(read.getRegion()).isEqualTo("wyoming");
        assertThat(read.getObservedAt()).isEqualTo(TEN);
    }

    @Test
    void isReadByOlderAndNewerVersions() throws IOException {
        var reading = TelemetryReading.newBuilder()
                .setRegion("arizona")
                .setObservedAt(TEN)
                .setTemperatureC(31.25)
                .build();
        var bytes = serde.serializer().serialize(TOPIC, reading);

        assertThat(readAs(OLDER, bytes).get("region")).hasToString("arizona");
        assertThat(readAs(NEWER, bytes).get("dewPointC")).isNull();
        assertThat(readAs(NEWER, bytes).get("observedAt")).isEqualTo(TEN.toEpochMilli());
    }

    @Test
    void readsStateThatAnEarlierReleaseStored() throws IOException {
        var read = store(OLDER).deserializer().deserialize("fleet-readings-changelog", storedByOlderVersion());

        assertThat(read.getRegion()).isEqualTo("wyoming");
        assertThat(read.getFleet()).isEqualTo("global");
    }

    @Test
    void writesStateThatAvroItselfCanRead() throws IOException {
        var reading = TelemetryReading.newBuilder()
                .setRegion("arizona")
                .setObservedAt(TEN)
                .build();

        var bytes = store().serializer().serialize("fleet-readings-changelog", reading);

        assertThat(new BinaryMessageDecoder<GenericRecord>(GenericData.get(), OURS)
                        .decode(bytes)
                        .get("region"))
                .hasToString("arizona");
    }

    @Test
    void stateOfANewerVersionNamesTheStoreTheSchemaAndTheRemedy() throws IOException {
        thenUnreadable(storedByOlderVersion())
                .hasMessageContaining("store fleet-readings-changelog cannot be read")
                .hasMessageContaining("schema fingerprint 0x")
                .hasMessageContaining("a newer version wrote it")
                .hasMessageContaining("Start the version that wrote it")
                .hasMessageContaining("docs/upgrade.md");
    }

    @Test
    void brokenStateIsNotAPoisonRecord() throws IOException {
        var whole = store().serializer()
                .serialize(
                        "",
                        TelemetryReading.newBuilder()
                                .setRegion("arizona")
                                .setObservedAt(TEN)
                                .build());

        thenUnreadable(new byte[0]).hasMessageContaining("0 bytes");
        thenUnreadable("not avro".getBytes(StandardCharsets.UTF_8)).hasMessageContaining("marker 0xc301");
        thenUnreadable(Arrays.copyOf(whole, 7)).hasMessageContaining("fingerprint");
        thenUnreadable(Arrays.copyOf(whole, whole.length - 1)).hasMessageContaining("ends within the value");
        thenUnreadable(Arrays.copyOf(whole, whole.length + 1)).hasMessageContaining("1 bytes are left over");
    }

    @Test
    void bytesOfAnEarlierFormatAreReadByItsReader() {
        var serde = serdes.stateSerde(
                TelemetryReading.class,
                bytes -> TelemetryReading.newBuilder()
                        .setRegion("region-" + bytes[1])
                        .setObservedAt(TEN)
                        .build());

        assertThat(serde.deserializer()
                        .deserialize("changelog", new byte[] {1, 7})
                        .getRegion())
                .isEqualTo("region-7");
        assertThatThrownBy(() -> serde.deserializer().deserialize("changelog", new byte[] {1}))
                .isInstanceOf(StateUnreadableException.class);
    }

    @Test
    void aRecordOnARepartitionTopicThatCannotBeReadIsPoison() {
        assertThatThrownBy(() -> serdes.internalSerde(TelemetryReading.class)
                        .deserializer()
                        .deserialize("repartition", storedByOlderVersion()))
                .isInstanceOf(PoisonRecordException.class)
                .hasMessageContaining("fingerprint");
    }

    private static AbstractThrowableAssert<?, ?> thenUnreadable(byte[] bytes) {
        return assertThatThrownBy(() -> store().deserializer().deserialize("fleet-readings-changelog", bytes))
                .isInstanceOf(StateUnreadableException.class);
    }

    private static Serde<TelemetryReading> store(Schema... released) {
        var format = new StateFormat<>(TelemetryReading.class, List.of(released));
        return StateSerdes.store(format, SizeLimit.VALUE, format::read);
    }

    private static Schema parse(String json) {
        return new Schema.Parser().parse(json);
    }

    private static byte[] storedByOlderVersion() throws IOException {
        var stored = new GenericData.Record(OLDER);
        stored.put("region", "wyoming");
        stored.put("observedAt", TEN.toEpochMilli());
        return Utils.toArray(new BinaryMessageEncoder<GenericRecord>(GenericData.get(), OLDER).encode(stored));
    }

    private static byte[] written(GenericRecord value) throws IOException {
        var bytes = new ByteArrayOutputStream();
        int id = InMemorySchemaRegistry.named(REGISTRY).idOf("any", value.getSchema());
        bytes.writeBytes(ByteBuffer.allocate(5).put((byte) 0).putInt(id).array());
        var encoder = EncoderFactory.get().binaryEncoder(bytes, null);
        new GenericDatumWriter<GenericRecord>(value.getSchema()).write(value, encoder);
        encoder.flush();
        return bytes.toByteArray();
    }

    @SuppressWarnings("NullAway") // Avro takes null for "nothing to reuse"
    private static GenericRecord readAs(Schema reader, byte[] payload) throws IOException {
        var decoder = DecoderFactory.get().binaryDecoder(payload, 5, payload.length - 5, null);
        return new GenericDatumReader<GenericRecord>(OURS, reader).read(null, decoder);
    }
}
