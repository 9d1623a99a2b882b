package io.fleetorchestrator.schemas.serdes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fleetorchestrator.schemas.contract.TelemetryReading;
import io.fleetorchestrator.schemas.serdes.PoisonRecordException.Reason;
import io.fleetorchestrator.schemas.topics.Topics;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.apache.avro.Schema;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.Test;

class PoisonTest {

    private static final String TOPIC = "fleet.telemetry.readings";
    private static final String REGISTRY = "mock://poison";

    private final Serde<TelemetryReading> serde =
            AvroSerdes.from(Map.of("schema.registry.url", REGISTRY)).valueSerde(Topics.TELEMETRY_READINGS);

    @Test
    void namesAPayloadWithoutHeader() {
        refuses(
                new byte[0],
                Reason.TOO_SHORT,
                "0 bytes are too few for a TelemetryReading: " + "the magic byte and the schema id take 5");
        refuses(
                new byte[] {0, 0, 0, 1},
                Reason.TOO_SHORT,
                "4 bytes are too few for a TelemetryReading: " + "the magic byte and the schema id take 5");
    }

    @Test
    void namesAPayloadThatIsNotOfARegistry() {
        refuses(
                "{\"json\":1}".getBytes(UTF_8),
                Reason.WRONG_MAGIC,
                "magic byte is 0x7b, expected 0x00: not written with a schema registry");
    }

    @Test
    void namesASchemaIdThatTheRegistryDoesNotKnow() {
        refuses(
                new byte[] {0, 0, 1, 0, 0, 9},
                Reason.UNKNOWN_SCHEMA_ID,
                "the schema registry has no schema with id 65536");
    }

    @Test
    void namesAnotherTypesPayload() {
        int id = InMemorySchemaRegistry.named(REGISTRY).idOf("any", Schema.create(Schema.Type.LONG));

        assertThatThrownBy(() -> read(new byte[] {0, 0, 0, 0, (byte) id, 2}))
                .isInstanceOf(PoisonRecordException.class)
                .hasMessageContaining("schema id " + id + " (long) cannot be read as TelemetryReading");
    }

    @Test
    void namesATruncatedPayload() {
        var whole = reading();
        var cut = Arrays.copyOf(whole, whole.length - 1);

        refuses(
                cut,
                Reason.TRUNCATED,
                "payload of " + cut.length + " bytes for TelemetryReading, schema id " + id(whole)
                        + ", ends within the value");
    }

    @Test
    void namesTrailingBytes() {
        var whole = reading();

        refuses(
                Arrays.copyOf(whole, whole.length + 3),
                Reason.TRAILING_BYTES,
                "3 bytes are left over after the TelemetryReading of schema id " + id(whole) + " in a payload of "
                        + (whole.length + 3) + " bytes");
    }

    @Test
    void namesAnOversizePayload() {
        var huge = new byte[WireFormat.MAX_PAYLOAD_BYTES + 1];

        refuses(huge, Reason.TOO_LARGE, "33554433 bytes are more than the 33554432 allowed for a TelemetryReading");
    }

    @Test
    void readsOnAfterPoison() {
        var whole = reading();
        assertThatThrownBy(() -> read(Arrays.copyOf(whole, 9))).isInstanceOf(PoisonRecordException.class);

        assertThat(serde.deserializer().deserialize(TOPIC, whole).getRegion()).isEqualTo("ireland");
    }

    @Test
    void writesOnAfterAValueThatCannotBeWritten() {
        var broken = new TelemetryReading();
        broken.setRegion("half");

        assertThatThrownBy(() -> serde.serializer().serialize(TOPIC, broken))
                .hasMessageContaining("cannot write TelemetryReading");

        assertThat(serde.deserializer().deserialize(TOPIC, reading()).getRegion())
                .isEqualTo("ireland");
    }

    @Property(tries = 2_000)
    void anyBytesAreEitherReadOrPoison(@ForAll @Size(max = 64) byte[] noise) {
        var whole = reading();
        var payload = Arrays.copyOf(whole, 5 + noise.length);
        System.arraycopy(noise, 0, payload, 5, noise.length);

        try {
            assertThat(serde.deserializer().deserialize(TOPIC, payload)).isNotNull();
        } catch (PoisonRecordException poison) {
            assertThat(poison.reason()).isIn(Reason.TRUNCATED, Reason.MALFORMED, Reason.TRAILING_BYTES);
        }
    }

    private void refuses(byte[] payload, Reason reason, String message) {
        assertThatThrownBy(() -> read(payload))
                .isInstanceOfSatisfying(
                        PoisonRecordException.class,
                        poison -> assertThat(poison.reason()).isEqualTo(reason))
                .hasMessage(message);
    }

    private void read(byte[] payload) {
        serde.deserializer().deserialize(TOPIC, payload);
    }

    private static int id(byte[] payload) {
        return ByteBuffer.wrap(payload).getInt(1);
    }

    private byte[] reading() {
        return serde.serializer()
                .serialize(
                        TOPIC,
                        TelemetryReading.newBuilder()
                                .setRegion("ireland")
                                .setObservedAt(Instant.parse("2017-06-12T10:00:00Z"))
                                .setTemperatureC(17.5)
                                .build());
    }
}
