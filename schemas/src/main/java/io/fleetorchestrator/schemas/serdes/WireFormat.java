package io.fleetorchestrator.schemas.serdes;

import java.nio.ByteBuffer;

/** The Confluent wire format: a zero byte, the schema's id as four bytes, the value in Avro's binary form. */
final class WireFormat {

    static final byte MAGIC = 0;

    static final int HEADER_BYTES = 5;

    /**
     * Four times what the largest topic lets through (models, 8 MB): room for what compression hid, and yet too little for
     * a forged length to exhaust the heap.
     */
    static final int MAX_PAYLOAD_BYTES = 32 * 1024 * 1024;

    private WireFormat() {}

    /** What stands before a value of the schema with this id. */
    static byte[] header(int id) {
        return ByteBuffer.allocate(HEADER_BYTES).put(MAGIC).putInt(id).array();
    }
}
