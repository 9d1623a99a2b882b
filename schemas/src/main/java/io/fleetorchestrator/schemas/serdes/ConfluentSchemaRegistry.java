package io.fleetorchestrator.schemas.serdes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.avro.AvroSchema;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.rest.entities.Config;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;

/** The Confluent client of a real registry. Its failures are sorted into those that may pass and those that do not. */
final class ConfluentSchemaRegistry implements SchemaRegistry {

    /** Far more than a pipeline of ten topics ever has. */
    private static final int CACHED_SCHEMAS = 1_000;

    private static final int SUBJECT_NOT_FOUND = 40401;
    private static final int SCHEMA_NOT_FOUND = 40403;

    /** A rolling upgrade runs two versions at once, and topics keep records of all earlier versions. */
    private static final String COMPATIBILITY = "FULL_TRANSITIVE";

    private final boolean register;
    private final RegistryFailures failures;
    private final CachedSchemaRegistryClient client;

    ConfluentSchemaRegistry(String url, boolean register, Map<String, ?> clientConfig) {
        this.register = register;
        this.failures = new RegistryFailures(url, register);
        this.client = client(url, clientConfig);
    }

    private CachedSchemaRegistryClient client(String url, Map<String, ?> config) {
        try {
            return new CachedSchemaRegistryClient(List.of(url.split("\\s*,\\s*")), CACHED_SCHEMAS, config);
        } catch (RuntimeException e) {
            throw failures.ofSettings(e);
        }
    }

    @Override
    public int idOf(String subject, Schema schema) {
        var sent = new AvroSchema(schema.toString());
        return register
                ? call(() -> client.register(subject, sent), "register the schema of subject " + subject)
                : call(() -> client.getId(subject, sent), "look up the schema of subject " + subject);
    }

    @Override
    public Optional<Schema> schemaOf(int id) {
        return call(() -> unless(SCHEMA_NOT_FOUND, () -> client.getSchemaById(id)), "fetch the schema with id " + id)
                .map(found -> new Schema.Parser().parse(found.canonicalString()));
    }

    @Override
    public int publish(String subject, Schema schema) {
        var sent = new AvroSchema(schema.toString());
        int id = call(() -> client.register(subject, sent), "register the schema of subject " + subject);
        call(
                () -> client.updateConfig(subject, new Config(COMPATIBILITY)),
                "set the compatibility of subject " + subject);
        return id;
    }

    @Override
    public void checkAccess(String subject) {
        call(() -> unless(SUBJECT_NOT_FOUND, () -> client.getAllVersions(subject)), "look up subject " + subject);
    }

    /** The result, or empty if the registry answers with this error. */
    private static <T> Optional<T> unless(int missing, Request<T> request) throws IOException, RestClientException {
        try {
            return Optional.of(request.ask());
        } catch (RestClientException answer) {
            if (answer.getErrorCode() == missing) {
                return Optional.empty();
            }
            throw answer;
        }
    }

    private <T> T call(Request<T> request, String purpose) {
        try {
            return request.ask();
        } catch (RestClientException answer) {
            throw failures.ofAnswer(answer.getStatus(), answer, purpose);
        } catch (IOException failure) {
            throw failures.of(failure);
        }
    }

    @Override
    public void close() {
        try {
            client.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A request to the registry. */
    private interface Request<T> {
        T ask() throws IOException, RestClientException;
    }
}
