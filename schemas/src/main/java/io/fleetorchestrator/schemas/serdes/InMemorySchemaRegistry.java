package io.fleetorchestrator.schemas.serdes;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;

/** A registry without a server, for topology tests: {@code mock://name} is the same one wherever it is named. */
final class InMemoryDirectory implements SchemaRegistry {

    static final String SCHEME = "mock://";

    /** Static because the serdes of a test meet only through the address in their settings. */
    private static final Map<String, InMemoryDirectory> BY_NAME = new ConcurrentHashMap<>();

    private final List<Schema> schemas = new ArrayList<>();

    private InMemoryDirectory() {}

    static InMemoryDirectory named(String url) {
        return BY_NAME.computeIfAbsent(url, unused -> new InMemoryDirectory());
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
    public void knock(String subject) {
        // It is always there, and for everybody.
    }

    @Override
    public void close() {
        // Shared by name: others may still use it.
    }
}
