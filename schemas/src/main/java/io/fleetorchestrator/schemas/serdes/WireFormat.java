package io.fleetorchestrator.schemas.serdes;

import java.nio.ByteBuffer;

/** The Confluent wire format: a zero byte, the schema's id in four bytes, the value in Avro's binary encoding. */
final class WireFormat {

    static final byte MAGIC = 0;

    static final int HEADER_BYTES = 5;

    /**
     * Four times the limit of the largest topic (models, 8 MB). That leaves room for records that were compressed, and is
     * too little for a forged length to exhaust the heap.
     */
    static final int MAX_PAYLOAD_BYTES = 32 * 1024 * 1024;

    private WireFormat() {}

    /** The header of a value of the schema with this id. */
    static byte[] header(int id) {
        return ByteBuffer.allocate(HEADER_BYTES).put(MAGIC).putInt(id).array();
    }
}
