package io.fleetorchestrator.schemas.serdes;

import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;

/**
 * The maximum size of a part of a record. A broker rejects a record that exceeds {@code max.message.bytes} of its topic. By
 * then it is too late: the transaction has failed, and every retry of the same input fails again.
 */
record SizeLimit(String part, int bytes) {

    /** The default limit of a topic, less the overhead of a batch of one record. */
    private static final int RECORD = 1024 * 1024 - 1024;

    /** Names of regions and fleets, at most 100 characters in legal input. */
    static final SizeLimit KEY = new SizeLimit("key", 64 * 1024);

    /** A value and the headers of its record, which come from the input. */
    static final SizeLimit VALUE = new SizeLimit("value and headers", RECORD - KEY.bytes);

    /** The limit for topics with a larger one: the most that readers accept. */
    static final SizeLimit LARGE_VALUE = new SizeLimit("value and headers", WireFormat.MAX_PAYLOAD_BYTES);

    byte[] check(String topic, byte[] written) {
        return check(topic, written, 0);
    }

    byte[] check(String topic, byte[] written, @Nullable Headers headers) {
        return headers == null ? check(topic, written) : check(topic, written, size(headers));
    }

    private byte[] check(String topic, byte[] written, int besides) {
        if (written.length > bytes - besides) {
            throw new OutputTooLargeException("A record for %s has %d bytes of %s, more than the %d that are allowed"
                    .formatted(topic, (long) written.length + besides, part, bytes));
        }
        return written;
    }

    private static int size(Headers headers) {
        int size = 0;
        for (Header header : headers) {
            size += Utils.utf8Length(header.key()) + (header.value() == null ? 0 : header.value().length);
        }
        return size;
    }
}
