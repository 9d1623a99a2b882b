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

/** The Confluent client of a real registry, with its failures sorted into those that pass and those that do not. */
final class RegistryDirectory implements SchemaDirectory {

    /** Far above the number of schemas that a pipeline of ten topics will ever see. */
    private static final int CACHED_SCHEMAS = 1_000;

    private static final int SCHEMA_NOT_FOUND = 40403;

    /** A rolling upgrade runs both versions at once, and topics keep what all earlier ones wrote. */
    private static final String COMPATIBILITY = "FULL_TRANSITIVE";

    private final String url;
    private final boolean register;
    private final CachedSchemaRegistryClient client;

    RegistryDirectory(String url, boolean register, Map<String, ?> clientConfig) {
        this.url = url;
        this.register = register;
        this.client = new CachedSchemaRegistryClient(List.of(url.split("\\s*,\\s*")), CACHED_SCHEMAS, clientConfig);
    }

    @Override
    public int idOf(String subject, Schema schema) {
        var sent = new AvroSchema(schema.toString());
        return register
                ? asked(() -> client.register(subject, sent), "register the schema of subject " + subject)
                : asked(() -> client.getId(subject, sent), "look up the schema of subject " + subject);
    }

    @Override
    public Optional<Schema> schemaOf(int id) {
        return asked(() -> found(id), "fetch the schema with id " + id);
    }

    @Override
    public int publish(String subject, Schema schema) {
        var sent = new AvroSchema(schema.toString());
        int id = asked(() -> client.register(subject, sent), "register the schema of subject " + subject);
        asked(
                () -> client.updateConfig(subject, new Config(COMPATIBILITY)),
                "set the compatibility of subject " + subject);
        return id;
    }

    private Optional<Schema> found(int id) throws IOException, RestClientException {
        try {
            return Optional.of(
                    new Schema.Parser().parse(client.getSchemaById(id).canonicalString()));
        } catch (RestClientException answer) {
            if (answer.getErrorCode() == SCHEMA_NOT_FOUND) {
                return Optional.empty();
            }
            throw answer;
        }
    }

    private <T> T asked(Question<T> question, String wanted) {
        try {
            return question.ask();
        } catch (RestClientException answer) {
            throw sorted(answer, wanted);
        } catch (IOException outage) {
            throw unavailable(outage);
        }
    }

    private RuntimeException sorted(RestClientException answer, String wanted) {
        return passes(answer.getStatus()) ? unavailable(answer) : refused(answer, wanted);
    }

    /** Timed out, throttled, or broken on the server's side. */
    private static boolean passes(int status) {
        return status == 408 || status == 429 || status >= 500;
    }

    private RegistryUnavailableException unavailable(Exception cause) {
        return new RegistryUnavailableException(
                "schema registry " + url + " cannot be reached: " + cause.getMessage(), cause);
    }

    private RegistryRefusedException refused(RestClientException answer, String wanted) {
        return new RegistryRefusedException(
                "schema registry " + url + " refused to " + wanted + ": " + answer.getMessage() + "; "
                        + cure(answer.getStatus()),
                answer);
    }

    private String cure(int status) {
        return switch (status) {
            case 401, 403 -> "set basic.auth.* or bearer.auth.* to credentials that may do this";
            case 404 ->
                register
                        ? "check schema.registry.url"
                        : "register it first, or set auto.register.schemas=true; else check schema.registry.url";
            case 409 -> "the subject holds a schema that this one is not compatible with";
            default -> "check schema.registry.url and the subject";
        };
    }

    @Override
    public void close() {
        try {
            client.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Something only the registry can answer. */
    private interface Question<T> {
        T ask() throws IOException, RestClientException;
    }
}
