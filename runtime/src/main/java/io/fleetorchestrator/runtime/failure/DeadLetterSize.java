package io.fleetorchestrator.runtime.failure;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a dead letter below the size limit of its topic. Topics limit the compressed size, so an uncompressed input can be
 * many times larger than the limit. A dead letter that cannot be sent would stop the service.
 */
final class DeadLetterSize {

    /** Describes what was cut from a dead letter that would have been too large. */
    static final String CUT_HEADER = "__fleet.cut";

    private static final String OF_KAFKA = "__streams.errors.";

    /** Maximum size of a header: a message may quote its record, and a stack trace quotes the message. */
    private static final int LONGEST_OF_KAFKA = 16 * 1024;

    /** Producer and topic take 9 MiB (StreamsProperties, Topics.DEAD_LETTER); the rest is for Kafka's headers and ours. */
    private static final long LARGEST = 8 * 1024 * 1024 + 512 * 1024;

    /** Size to which key and value are cut: enough to recognise the record. */
    private static final int CUT_VALUE = 1024 * 1024;

    private static final int CUT_KEY = 64 * 1024;
    private static final int CUT_HEADERS = 1024 * 1024;

    private DeadLetterSize() {}

    static ProducerRecord<byte[], byte[]> bounded(ProducerRecord<byte[], byte[]> letter) {
        var headers = Stream.of(letter.headers().toArray())
                .map(DeadLetterSize::shortened)
                .toList();
        long size = length(letter.key()) + length(letter.value()) + size(headers);
        return size <= LARGEST ? made(letter, letter.key(), letter.value(), headers) : cut(letter, headers, size);
    }

    private static ProducerRecord<byte[], byte[]> cut(
            ProducerRecord<byte[], byte[]> letter, List<Header> headers, long size) {
        var kept = size(headers) <= CUT_HEADERS
                ? headers
                : headers.stream().filter(DeadLetterSize::isKafkas).toList();
        var cut = made(letter, cut(letter.key(), CUT_KEY), cut(letter.value(), CUT_VALUE), kept);
        var what =
                "%d bytes are over the limit: kept %d of %d bytes of the key, %d of %d of the value and %d of %d headers"
                        .formatted(
                                size,
                                length(cut.key()),
                                length(letter.key()),
                                length(cut.value()),
                                length(letter.value()),
                                kept.size(),
                                headers.size());
        cut.headers().add(CUT_HEADER, what.getBytes(StandardCharsets.UTF_8));
        return cut;
    }

    private static ProducerRecord<byte[], byte[]> made(
            ProducerRecord<byte[], byte[]> letter,
            byte @Nullable [] key,
            byte @Nullable [] value,
            List<Header> headers) {
        return new ProducerRecord<>(letter.topic(), letter.partition(), letter.timestamp(), key, value, headers);
    }

    private static byte @Nullable [] cut(byte @Nullable [] bytes, int most) {
        return bytes == null || bytes.length <= most ? bytes : Arrays.copyOf(bytes, most);
    }

    private static Header shortened(Header header) {
        return isKafkas(header) ? new RecordHeader(header.key(), cut(header.value(), LONGEST_OF_KAFKA)) : header;
    }

    private static boolean isKafkas(Header header) {
        return header.key().startsWith(OF_KAFKA);
    }

    private static long size(List<Header> headers) {
        return headers.stream()
                .mapToLong(header -> header.key().length() + length(header.value()))
                .sum();
    }

    private static long length(byte @Nullable [] bytes) {
        return bytes == null ? 0 : bytes.length;
    }
}
