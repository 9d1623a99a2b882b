package io.fleetorchestrator.schemas.serdes;

import java.util.Optional;
import org.apache.avro.Schema;

/** Which number stands for which schema. Implementations are safe for use by many threads. */
interface SchemaRegistry extends AutoCloseable {

    /** The number to write before a value of this schema. */
    int idOf(String subject, Schema schema);

    /** The schema behind a number; empty if there is none. */
    Optional<Schema> schemaOf(int id);

    /** Registers a schema and has the registry refuse, from now on, what readers or writers of any version cannot bear. */
    int publish(String subject, Schema schema);

    /** Asks after a subject, to see whether the directory answers us at all: fails if not, whether or not it is there. */
    void knock(String subject);

    @Override
    void close();
}
