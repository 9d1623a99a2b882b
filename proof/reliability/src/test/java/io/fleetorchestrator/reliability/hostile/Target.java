package io.fleetorchestrator.reliability.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.fleetorchestrator.reliability.hostile.HostileRecord.ExpectedOutcome;
import io.fleetorchestrator.reliability.oracle.ExpectedOutcomes.Window;
import io.fleetorchestrator.schemas.topics.Topic;
import io.fleetorchestrator.schemas.topics.Topics;
import io.fleetorchestrator.testing.TopicSpace;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.apache.avro.generic.GenericData;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** One topic with hostile records: its schemas, an ordinary record for each number, and the possible changes. */
record Target(
        Topic<?> topic,
        Wire wire,
        IntFunction<GenericData.Record> ordinary,
        IntFunction<String> keys,
        ExpectedOutcome expected,
        ExpectedOutcome garbageExpected) {

    /** All topics that services read, written by clients or by trusted services. */
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
        var wire = Wire.of(topics, registryUrl, topic, ordinary.apply(0).getSchema());
        return new Target(
                topic,
                wire,
                number -> Wire.generic(ordinary.apply(number)),
                keys,
                topic == (Object) Topics.WORKLOAD_REQUESTS ? ExpectedOutcome.ANSWER : ExpectedOutcome.NOTHING,
                // The thread of global stores has no producer, so unreadable models are not dead-lettered (ADR 3).
                topic == (Object) Topics.FORECAST_MODELS ? ExpectedOutcome.NOTHING : ExpectedOutcome.LETTER);
    }

    List<Change> changes() {
        return SchemaWalk.changes(wire.today());
    }

    /** Symbols that the current readers do not know; each has a default. */
    List<Change> symbolsOfTomorrow() {
        return SchemaWalk.changes(wire.tomorrow()).stream()
                .filter(change -> change.how().equals(Wire.TOMORROW))
                .toList();
    }

    HostileRecord changed(int number, List<Change> changes, String kind) {
        var value = apply(number, changes);
        return record(number, kind, changes.toString(), bytes(key(number)), wire.today(value), expected, window(value));
    }

    HostileRecord ofTomorrow(int number, Change change) {
        var value = wire.tomorrow(apply(number, List.of(change)));
        return record(
                number,
                "symbols and fields of the next release",
                change.toString(),
                bytes(key(number)),
                value,
                expected);
    }

    private GenericData.Record apply(int number, List<Change> changes) {
        Object record = ordinary.apply(number);
        for (var change : changes) {
            record = changed(record, change);
        }
        return Label.kept((GenericData.Record) record, number);
    }

    private static Object changed(Object record, Change change) {
        var changed = change.apply(record);
        return changed == null ? record : changed;
    }

    /** Ordinary values with invalid keys. */
    List<IntFunction<HostileRecord>> oddKeys() {
        return List.of(
                number -> underKey(number, "no key", null),
                number -> underKey(number, "an empty key", new byte[0]),
                number -> underKey(number, "a key of 100,000 characters", bytes("k".repeat(100_000))),
                number -> underKey(number, "a key that is no UTF-8", new byte[] {(byte) 0xff, 0, (byte) 0xfe}),
                number -> underKey(number, "a key with control characters", bytes("\u001b[2J\0\n")),
                number -> underKey(number, "the key of somebody else", bytes("somebody-else")));
    }

    /** A request to an unknown fleet. */
    HostileRecord fromStranger(int number) {
        var stranger = Ordinary.STRANGER + number;
        var value = apply(number, List.of());
        value.put("fleet", stranger);
        return record(number, "unknown fleets", stranger, bytes(stranger), wire.today(value), expected);
    }

    private HostileRecord underKey(int number, String what, byte @Nullable [] key) {
        return record(number, "keys", what, key, wire.today(apply(number, List.of())), expected);
    }

    /** Bytes that are not a record, and a tombstone, which needs no outcome. */
    List<IntFunction<HostileRecord>> garbage() {
        var garbage = Garbage.kinds().stream().map(kind -> (IntFunction<HostileRecord>) number -> record(
                number,
                "garbage",
                kind.what(),
                bytes(key(number)),
                kind.madeOf(good(number), number),
                garbageExpected));
        return Stream.concat(garbage, Stream.of(this::tombstone)).toList();
    }

    private HostileRecord tombstone(int number) {
        return record(number, "garbage", "a tombstone", bytes(key(number)), null, ExpectedOutcome.NOTHING);
    }

    private byte[] good(int number) {
        return wire.today(apply(number, List.of()));
    }

    private String key(int number) {
        return keys.apply(number);
    }

    private HostileRecord record(
            int number, String kind, String what, byte @Nullable [] key, byte @Nullable [] value, ExpectedOutcome due) {
        return record(number, kind, what, key, value, due, Window.ANY);
    }

    private HostileRecord record(
            int number,
            String kind,
            String what,
            byte @Nullable [] key,
            byte @Nullable [] value,
            ExpectedOutcome due,
            Window window) {
        return new HostileRecord(topic, key, value, Label.of(number), kind, what, due, window);
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
