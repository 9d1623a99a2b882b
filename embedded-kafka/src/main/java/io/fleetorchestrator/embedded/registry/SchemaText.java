package io.fleetorchestrator.embedded.registry;

import org.apache.avro.Schema;
import org.apache.avro.SchemaParseException;

/** Schemas as text. */
final class SchemaText {

    private SchemaText() {}

    static Schema parsed(String text) {
        try {
            return new Schema.Parser().parse(text);
        } catch (SchemaParseException e) {
            throw RegistryRefusal.invalidSchema(String.valueOf(e.getMessage()));
        }
    }

    /** The normalised text of a schema, independent of its indentation. */
    static String canonical(String text) {
        return parsed(text).toString();
    }
}
