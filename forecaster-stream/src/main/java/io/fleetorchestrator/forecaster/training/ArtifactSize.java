package io.fleetorchestrator.forecaster.training;

import io.fleetorchestrator.schemas.contract.ModelArtifact;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;

/** The size of an artifact as a record. */
final class ArtifactSize {

    /** Upper limit of the overhead of wire format, key and record. */
    private static final long AROUND = 1_024;

    private ArtifactSize() {}

    static long of(ModelArtifact artifact) {
        var counter = new Counter();
        var encoder = EncoderFactory.get().binaryEncoder(counter, null);
        try {
            new SpecificDatumWriter<>(ModelArtifact.class).write(artifact, encoder);
            encoder.flush();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return counter.bytes + AROUND;
    }

    private static final class Counter extends OutputStream {

        private long bytes;

        @Override
        public void write(int b) {
            bytes++;
        }

        @Override
        public void write(byte[] b, int off, int len) {
            bytes += len;
        }
    }
}
