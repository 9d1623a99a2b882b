package io.fleetorchestrator.cli.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.util.RandomData;

/** Values of a schema as other clients could write them: any that the schema allows. */
final class RandomValues {

    private static final int COUNT = 10;
    private static final long SEED = 42;

    private RandomValues() {}

    /** In the Confluent wire format, with the id of the schema in the registry. */
    static List<byte[]> of(Class<?> type, int id) throws IOException {
        var schema = SpecificData.get().getSchema(type);
        var values = new ArrayList<byte[]>();
        for (Object value : new RandomData(schema, COUNT, SEED)) {
            values.add(framed(id, schema, value));
        }
        return values;
    }

    private static byte[] framed(int id, Schema schema, Object value) throws IOException {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(new byte[] {0, 0, 0, 0, (byte) id});
        var encoder = EncoderFactory.get().binaryEncoder(bytes, null);
        new GenericDatumWriter<>(schema).write(value, encoder);
        encoder.flush();
        return bytes.toByteArray();
    }
}
