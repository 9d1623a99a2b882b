package io.fleetorchestrator.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.test.TestRecord;

/** A record on the dead-letter topic: its original key and bytes, and why it is there. */
@SuppressWarnings("ArrayRecordComponent") // looked at by tests, never compared as a whole
public record DeadLetter(String key, byte[] value, Map<String, String> headers) {

    static DeadLetter of(TestRecord<String, byte[]> record) {
        return new DeadLetter(record.key(), record.value(), text(record.headers()));
    }

    /** As it was read from a broker. */
    public static DeadLetter of(ConsumerRecord<String, byte[]> record) {
        return new DeadLetter(record.key(), record.value(), text(record.headers()));
    }

    /** The topic that it came from. */
    public String topic() {
        return headers.getOrDefault("__streams.errors.topic", "");
    }

    /** Where on that topic it lies: partition and offset. */
    public String origin() {
        return headers.get("__streams.errors.partition") + "/" + headers.get("__streams.errors.offset");
    }

    /** Why it is there, as a word of a small vocabulary. */
    public String reason() {
        return headers.getOrDefault("__fleet.reason", "");
    }

    /** What was wrong with it, for people. */
    public String text() {
        return headers.getOrDefault("__streams.errors.message", "");
    }

    private static Map<String, String> text(Headers headers) {
        var text = new TreeMap<String, String>();
        headers.forEach(header -> text.put(header.key(), new String(header.value(), UTF_8)));
        return text;
    }
}
