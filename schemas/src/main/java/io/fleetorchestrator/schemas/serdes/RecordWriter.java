package io.fleetorchestrator.schemas.serdes;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;

/** Writes records of one type after a header. For use by one thread. */
final class RecordWriter<T extends SpecificRecord> {

    private final SpecificDatumWriter<T> writer;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
    private final BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);

    RecordWriter(Class<T> type) {
        this.writer = new SpecificDatumWriter<>(ContractModel.readerSchema(type), ContractModel.of(type));
    }

    byte[] write(byte[] header, T value) {
        bytes.reset();
        bytes.writeBytes(header);
        try {
            writer.write(value, encoder);
            encoder.flush();
        } catch (IOException | RuntimeException e) {
            discardBuffered();
            throw new SerializationException(
                    "cannot write " + value.getClass().getSimpleName() + ": " + e.getMessage(), e);
        }
        return bytes.toByteArray();
    }

    /** Part of a record that stays in the encoder's buffer would be written before the next record. */
    private void discardBuffered() {
        EncoderFactory.get().binaryEncoder(bytes, encoder);
    }
}
