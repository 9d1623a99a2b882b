package io.fleetorchestrator.reliability.hostile;

import io.fleetorchestrator.schemas.topics.Topic;
import io.fleetorchestrator.testing.TopicSpace;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.util.regex.Pattern;
import org.apache.avro.Schema;
import org.apache.avro.SchemaParseException;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;

/** Writes the values of one topic with the schema of today or of the next release. */
final class Wire {

    /** The symbol that the next release adds to every enum. */
    static final String TOMORROW = "TOMORROW";

    private static final Pattern ID = Pattern.compile("\"id\"\\s*:\\s*(\\d+)");

    private final Schema today;
    private final Schema tomorrow;
    private final int todaysId;
    private final int tomorrowsId;

    private Wire(Schema today, int todaysId, Schema tomorrow, int tomorrowsId) {
        this.today = today;
        this.todaysId = todaysId;
        this.tomorrow = tomorrow;
        this.tomorrowsId = tomorrowsId;
    }

    /** Registers both schemas: the current one, as services do, and the next one, as a client that was upgraded first. */
    static Wire of(TopicSpace topics, String registryUrl, Topic<?> topic, Schema today) {
        var subject = topics.name(topic) + "-value";
        var tomorrow = tomorrow(today);
        int todaysId = topics.serdes().publish(topics.prefix()).getOrDefault(subject, 0);
        return new Wire(today, todaysId, tomorrow, register(registryUrl, subject, tomorrow));
    }

    Schema today() {
        return today;
    }

    Schema tomorrow() {
        return tomorrow;
    }

    /** The value field by field, to be changed. */
    static <V extends SpecificRecord> GenericData.Record generic(V value) {
        var bytes = new ByteArrayOutputStream();
        var encoder = EncoderFactory.get().binaryEncoder(bytes, null);
        try {
            new SpecificDatumWriter<V>(value.getSchema(), SpecificData.getForSchema(value.getSchema()))
                    .write(value, encoder);
            encoder.flush();
            var decoder = DecoderFactory.get().binaryDecoder(bytes.toByteArray(), null);
            return new GenericDatumReader<GenericData.Record>(value.getSchema()).read(null, decoder);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    byte[] today(Object record) {
        return write(todaysId, today, record);
    }

    /** The record has the fields of the current schema, and possibly symbols of the next. */
    byte[] tomorrow(Object record) {
        var evolved = new GenericData.Record(tomorrow);
        var fields = (GenericData.Record) record;
        fields.getSchema().getFields().forEach(field -> evolved.put(field.name(), fields.get(field.pos())));
        evolved.put("addedTomorrow", "unknown today");
        return write(tomorrowsId, tomorrow, evolved);
    }

    private static byte[] write(int id, Schema schema, Object record) {
        var bytes = new ByteArrayOutputStream();
        bytes.write(0);
        bytes.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(id).array());
        var encoder = EncoderFactory.get().binaryEncoder(bytes, null);
        try {
            new GenericDatumWriter<>(schema).write(record, encoder);
            encoder.flush();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /** The allowed changes of a release: one more symbol in every enum, one more optional field. */
    private static Schema tomorrow(Schema today) {
        var json = today.toString().replaceAll("(\"symbols\":\\[[^]]*)]", "$1,\"" + TOMORROW + "\"]");
        int end = json.lastIndexOf("]}");
        if (end < 0) {
            throw new SchemaParseException("the fields of " + today.getFullName() + " do not end the schema");
        }
        var field = ",{\"name\":\"addedTomorrow\",\"type\":[\"null\",\"string\"],\"default\":null}";
        return new Schema.Parser().parse(json.substring(0, end) + field + json.substring(end));
    }

    private static int register(String registryUrl, String subject, Schema schema) {
        var body = "{\"schema\":\"" + schema.toString().replace("\\", "\\\\").replace("\"", "\\\"") + "\"}";
        var request = HttpRequest.newBuilder(URI.create(registryUrl + "/subjects/" + subject + "/versions"))
                .header("Content-Type", "application/vnd.schemaregistry.v1+json")
                .POST(BodyPublishers.ofString(body))
                .build();
        try {
            var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
            var id = ID.matcher(answer.body());
            if (answer.statusCode() != 200 || !id.find()) {
                throw new IllegalStateException("the registry answers " + answer.statusCode() + ": " + answer.body());
            }
            return Integer.parseInt(id.group(1));
        } catch (IOException unreachable) {
            throw new UncheckedIOException(unreachable);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
