package io.fleetorchestrator.reliability.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.fleetorchestrator.reliability.hostile.HostileRecord.Owed;
import io.fleetorchestrator.reliability.oracle.OwedAnswers.Window;
import io.fleetorchestrator.runtime.testing.TopicSpace;
import io.fleetorchestrator.schemas.topics.Topic;
import io.fleetorchestrator.schemas.topics.Topics;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import org.apache.avro.generic.GenericData;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** One topic that hostile records are sent to: its schemas, an ordinary record for each number, and what can be changed. */
final class Target {

    private final Topic<?> topic;
    private final Wire wire;
    private final IntFunction<GenericData.Record> ordinary;
    private final IntFunction<String> keys;
    private final Owed owed;
    private final Owed garbageOwed;

    private Target(
            Topic<?> topic,
            Wire wire,
            IntFunction<GenericData.Record> ordinary,
            IntFunction<String> keys,
            Owed owed,
            Owed garbageOwed) {
        this.topic = topic;
        this.wire = wire;
        this.ordinary = ordinary;
        this.keys = keys;
        this.owed = owed;
        this.garbageOwed = garbageOwed;
    }

    /** All topics that strangers, or services that are trusted, write and the services read. */
    static List<Target> all(TopicSpace topics, String registryUrl) {
        return List.of(
                of(topics, registryUrl, Topics.WORKLOAD_REQUESTS, Ordinary::request, Ordinary::fleet),
                of(topics, registryUrl, Topics.TELEMETRY_READINGS, Ordinary::reading, Ordinary::region),
                of(topics, registryUrl, Topics.FLEET_PROFILES, Ordinary::profile, number -> Ordinary.ATTACKED),
                of(topics, registryUrl, Topics.FORECAST_INTERVALS, Ordinary::forecast, Ordinary::region),
                of(topics, registryUrl, Topics.FORECAST_MODELS, Ordinary::model, number -> "TEMPERATURE"));
    }

    private static <V extends SpecificRecord> Target of(
            TopicSpace topics, String registryUrl, Topic<V> topic, IntFunction<V> ordinary, IntFunction<String> keys) {
        var wire = Wire.of(topics, registryUrl, topic, ordinary.apply(0));
        return new Target(
                topic,
                wire,
                number -> Wire.generic(topics, topic, ordinary.apply(number), wire.today()),
                keys,
                topic == (Object) Topics.WORKLOAD_REQUESTS ? Owed.ANSWER : Owed.NOTHING,
                // The thread of global stores has no producer: models that cannot be read stay where they are (ADR 3).
                topic == (Object) Topics.FORECAST_MODELS ? Owed.NOTHING : Owed.LETTER);
    }

    List<Change> changes() {
        return SchemaWalk.changes(wire.today());
    }

    /** Symbols that today's readers do not know, each of which has a default. */
    List<Change> symbolsOfTomorrow() {
        return SchemaWalk.changes(wire.tomorrow()).stream()
                .filter(change -> change.how().equals(Wire.TOMORROW))
                .toList();
    }

    HostileRecord changed(int number, List<Change> changes, String kind) {
        var value = apply(number, changes);
        return record(number, kind, changes.toString(), bytes(key(number)), wire.today(value), owed, window(value));
    }

    HostileRecord ofTomorrow(int number, Change change) {
        var value = wire.tomorrow(apply(number, List.of(change)));
        return record(
                number, "symbols and fields of the next release", change.toString(), bytes(key(number)), value, owed);
    }

    private GenericData.Record apply(int number, List<Change> changes) {
        Object record = ordinary.apply(number);
        for (var change : changes) {
            record = changed(record, change);
        }
        return Ordinary.named((GenericData.Record) record, number);
    }

    private static Object changed(Object record, Change change) {
        var changed = change.apply(record);
        return changed == null ? record : changed;
    }

    /** Ordinary values under keys that are none. */
    List<IntFunction<HostileRecord>> oddKeys() {
        return List.of(
                number -> underKey(number, "no key", null),
                number -> underKey(number, "an empty key", new byte[0]),
                number -> underKey(number, "a key of 100,000 characters", bytes("k".repeat(100_000))),
                number -> underKey(number, "a key that is no UTF-8", new byte[] {(byte) 0xff, 0, (byte) 0xfe}),
                number -> underKey(number, "a key with control characters", bytes("\u001b[2J\0\n")),
                number -> underKey(number, "the key of somebody else", bytes("somebody-else")));
    }

    /** A request to a fleet that nobody else has heard of. */
    HostileRecord fromStranger(int number) {
        var stranger = Ordinary.STRANGER + number;
        var value = apply(number, List.of());
        value.put("fleet", stranger);
        return record(number, "fleets that nobody knows", stranger, bytes(stranger), wire.today(value), owed);
    }

    private HostileRecord underKey(int number, String what, byte @Nullable [] key) {
        return record(number, "keys", what, key, wire.today(apply(number, List.of())), owed);
    }

    /** Bytes that are no record: noise, a cut, an id that nobody gave away, a length that nobody has, other formats, none. */
    List<IntFunction<HostileRecord>> garbage() {
        return List.of(
                number -> garbage(number, "noise", noise(number)),
                number -> garbage(number, "half a record", half(number)),
                number -> garbage(number, "a record and something more", tail(number)),
                number -> garbage(number, "a frame alone", new byte[] {0}),
                number -> garbage(number, "a schema that nobody knows", unknownSchema()),
                number -> garbage(number, "a forged length", forgedLength(number)),
                number -> garbage(number, "JSON", bytes("{\"requestId\": \"json\"}")),
                number -> garbage(number, "no bytes", new byte[0]),
                number -> record(number, "garbage", "a tombstone", bytes(key(number)), null, Owed.NOTHING));
    }

    private HostileRecord garbage(int number, String what, byte[] value) {
        return record(number, "garbage", what, bytes(key(number)), value, garbageOwed);
    }

    private byte[] good(int number) {
        return wire.today(apply(number, List.of()));
    }

    private byte[] half(int number) {
        var good = good(number);
        return Arrays.copyOf(good, good.length / 2);
    }

    private byte[] tail(int number) {
        var good = good(number);
        return Arrays.copyOf(good, good.length + 3);
    }

    /** A text of two gigabytes, as the first field says. */
    private byte[] forgedLength(int number) {
        var good = Arrays.copyOf(good(number), 10);
        Arrays.fill(good, 5, 9, (byte) 0xfe);
        good[9] = 0x0f;
        return good;
    }

    private static byte[] unknownSchema() {
        return ByteBuffer.allocate(105).put((byte) 0).putInt(2_000_000_000).array();
    }

    /** The first byte of a record is zero: this is none, whatever follows. */
    private static byte[] noise(int number) {
        var random = new SplittableRandom(number);
        var noise = new byte[random.nextInt(1, 200)];
        for (int at = 0; at < noise.length; at++) {
            noise[at] = (byte) random.nextInt();
        }
        noise[0] = (byte) random.nextInt(1, 128);
        return noise;
    }

    private String key(int number) {
        return keys.apply(number);
    }

    private HostileRecord record(
            int number, String kind, String what, byte @Nullable [] key, byte @Nullable [] value, Owed due) {
        return record(number, kind, what, key, value, due, Window.ANY);
    }

    private HostileRecord record(
            int number,
            String kind,
            String what,
            byte @Nullable [] key,
            byte @Nullable [] value,
            Owed due,
            Window window) {
        return new HostileRecord(topic, key, value, Ordinary.label(number), kind, what, due, window);
    }

    private static Window window(GenericData.Record record) {
        if (record.getSchema().getField("deadline") == null) {
            return Window.ANY;
        }
        return new Window(
                record.get("earliestStart") instanceof Long from ? from : Long.MIN_VALUE,
                record.get("deadline") instanceof Long to ? to : Long.MAX_VALUE);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
