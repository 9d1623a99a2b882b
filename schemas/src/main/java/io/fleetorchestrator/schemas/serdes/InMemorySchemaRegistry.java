package io.fleetorchestrator.schemas.serdes;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;

/** A registry without a server, for topology tests. All users of {@code mock://name} share one registry. */
final class InMemorySchemaRegistry implements SchemaRegistry {

    static final String SCHEME = "mock://";

    /** Static, because the serdes of a test share nothing but the address in their settings. */
    private static final Map<String, InMemorySchemaRegistry> BY_NAME = new ConcurrentHashMap<>();

    private final List<Schema> schemas = new ArrayList<>();

    private InMemorySchemaRegistry() {}

    static InMemorySchemaRegistry named(String url) {
        return BY_NAME.computeIfAbsent(url, unused -> new InMemorySchemaRegistry());
    }

    @Override
    public synchronized int idOf(String subject, Schema schema) {
        if (!schemas.contains(schema)) {
            schemas.add(schema);
        }
        return schemas.indexOf(schema) + 1;
    }

    @Override
    public synchronized Optional<Schema> schemaOf(int id) {
        return id >= 1 && id <= schemas.size() ? Optional.of(schemas.get(id - 1)) : Optional.empty();
    }

    @Override
    public int publish(String subject, Schema schema) {
        return idOf(subject, schema);
    }

    @Override
    public void checkAccess(String subject) {
        // Always accessible.
    }

    @Override
    public void close() {
        // Others may still use it.
    }
}
