package io.fleetorchestrator.schemas.serdes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.avro.AvroSchema;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;

/** The Confluent client of a real registry, with its failures sorted into those that pass and those that do not. */
final class RegistryDirectory implements SchemaDirectory {

    /** Far above the number of schemas that a pipeline of ten topics will ever see. */
    private static final int CACHED_SCHEMAS = 1_000;

    private static final int SCHEMA_NOT_FOUND = 40403;

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
        try {
            return register ? client.register(subject, sent) : client.getId(subject, sent);
        } catch (RestClientException answer) {
            throw sorted(answer, (register ? "register" : "look up") + " the schema of subject " + subject);
        } catch (IOException outage) {
            throw unavailable(outage);
        }
    }

    @Override
    public Optional<Schema> schemaOf(int id) {
        try {
            return Optional.of(
                    new Schema.Parser().parse(client.getSchemaById(id).canonicalString()));
        } catch (RestClientException answer) {
            if (answer.getErrorCode() == SCHEMA_NOT_FOUND) {
                return Optional.empty();
            }
            throw sorted(answer, "fetch the schema with id " + id);
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
}
