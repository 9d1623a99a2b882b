package io.fleetorchestrator.schemas.serdes;

import java.util.Optional;
import org.apache.avro.Schema;

/** Maps schemas to ids. Implementations are thread-safe. */
interface SchemaRegistry extends AutoCloseable {

    /** The id to write before a value of this schema. */
    int idOf(String subject, Schema schema);

    /** The schema with this id; empty if there is none. */
    Optional<Schema> schemaOf(int id);

    /** Registers a schema. From then on the registry rejects schemas that are incompatible with any version. */
    int publish(String subject, Schema schema);

    /** Fails if the registry cannot be reached or denies access to a subject. The subject need not exist. */
    void checkAccess(String subject);

    @Override
    void close();
}
