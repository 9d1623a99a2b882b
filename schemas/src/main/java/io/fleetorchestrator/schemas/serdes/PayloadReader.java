package io.fleetorchestrator.schemas.serdes;

import io.fleetorchestrator.schemas.serdes.PoisonRecordException.Reason;
import java.io.EOFException;
import java.io.IOException;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;

/** Reads values that were written with one schema, after a header, into one type. For use by one thread. */
final class PayloadReader<T extends SpecificRecord> {

    private final String writtenWith;
    private final int headerBytes;
    private final Class<T> type;
    private final SpecificDatumReader<T> reader;
    private final BinaryDecoder decoder = DecoderFactory.get().binaryDecoder(new byte[0], null);

    private PayloadReader(String writtenWith, int headerBytes, Class<T> type, SpecificDatumReader<T> reader) {
        this.writtenWith = writtenWith;
        this.headerBytes = headerBytes;
        this.type = type;
        this.reader = reader;
    }

    /** @param writtenWith the name of the schema in errors */
    static <T extends SpecificRecord> PayloadReader<T> of(
            String writtenWith, int headerBytes, Schema writer, Class<T> type) {
        var expected = ContractModel.readerSchema(type);
        var compatibility = SchemaCompatibility.checkReaderWriterCompatibility(expected, writer);
        if (compatibility.getType() != SchemaCompatibilityType.COMPATIBLE) {
            throw new PoisonRecordException(
                    Reason.UNUSABLE_SCHEMA,
                    "%s (%s) cannot be read as %s: %s"
                            .formatted(
                                    writtenWith,
                                    writer.getFullName(),
                                    type.getSimpleName(),
                                    compatibility.getResult()));
        }
        return new PayloadReader<>(
                writtenWith, headerBytes, type, new SpecificDatumReader<>(writer, expected, ContractModel.of(type)));
    }

    /** Reads the value after the header. The caller has checked that the header is there. */
    @SuppressWarnings("NullAway") // Avro accepts null for "nothing to reuse", but does not declare it.
    T read(byte[] payload) {
        DecoderFactory.get().binaryDecoder(payload, headerBytes, payload.length - headerBytes, decoder);
        try {
            T value = reader.read(null, decoder);
            refuseTrailing(payload.length);
            return value;
        } catch (EOFException e) {
            throw poison(Reason.TRUNCATED, "ends within the value", payload, e);
        } catch (PoisonRecordException | SecurityException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // Only these bytes were read, so only they can be the cause.
            throw poison(Reason.MALFORMED, "is malformed: " + e.getMessage(), payload, e);
        }
    }

    private void refuseTrailing(int length) throws IOException {
        if (!decoder.isEnd()) {
            throw new PoisonRecordException(
                    Reason.TRAILING_BYTES,
                    "%d bytes are left over after the %s of %s in a payload of %d bytes"
                            .formatted(decoder.inputStream().available(), type.getSimpleName(), writtenWith, length));
        }
    }

    private PoisonRecordException poison(Reason reason, String what, byte[] payload, Exception cause) {
        return new PoisonRecordException(
                reason,
                "payload of %d bytes for %s, %s, %s".formatted(payload.length, type.getSimpleName(), writtenWith, what),
                cause);
    }
}
