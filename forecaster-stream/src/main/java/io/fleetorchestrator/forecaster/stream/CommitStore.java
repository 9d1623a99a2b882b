package io.fleetorchestrator.forecaster.stream;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.internals.CacheFlushListener;
import org.apache.kafka.streams.state.internals.CachedStateStore;
import org.jspecify.annotations.Nullable;

/**
 * Objects on the heap by key, written to the changelog when the task commits, and only those that changed since.
 *
 * <p>A store that writes at every record sends as many records to its changelog as it reads. This one is written to a
 * hundred thousand times between two commits and sends one record per key. Nothing is lost thereby: a transaction that is
 * not committed is undone as a whole, offsets and all. The hook is the one by which Kafka's own caching stores do the
 * same; it is not public, so the choice is recorded in docs/adr/0009.
 */
final class CommitStore<V> implements StateStore, CachedStateStore<byte[], byte[]> {

    private final KeyValueStore<String, byte[]> log;
    private final StateCodec<V> codec;
    private final Map<String, V> values = new HashMap<>();
    private final Map<String, V> changed = new HashMap<>();
    private boolean loaded;

    CommitStore(KeyValueStore<String, byte[]> log, StateCodec<V> codec) {
        this.log = log;
        this.codec = codec;
    }

    @Nullable
    V get(String key) {
        return loaded().get(key);
    }

    /** Keeps a value that is new, or that was changed in place. */
    void put(String key, V value) {
        if (changed.put(key, value) != value) {
            loaded().put(key, value);
        }
    }

    Collection<V> values() {
        return loaded().values();
    }

    /** On first use: by then the log has been restored. */
    private Map<String, V> loaded() {
        if (!loaded) {
            loaded = true;
            try (var entries = log.all()) {
                entries.forEachRemaining(entry -> values.put(entry.key, codec.decode(entry.value)));
            }
        }
        return values;
    }

    @Override
    public void flushCache() {
        changed.forEach((key, value) -> log.put(key, codec.encode(value)));
        changed.clear();
    }

    @Override
    public void clearCache() {
        values.clear();
        changed.clear();
        loaded = false;
    }

    @Override
    public boolean setFlushListener(CacheFlushListener<byte[], byte[]> listener, boolean sendOldValues) {
        return false;
    }

    @Override
    public String name() {
        return log.name();
    }

    @Override
    public void init(StateStoreContext context, StateStore root) {
        clearCache();
        log.init(context, root);
    }

    @Override
    public void close() {
        clearCache();
        log.close();
    }

    @Override
    public boolean persistent() {
        return false;
    }

    @Override
    public boolean isOpen() {
        return log.isOpen();
    }
}
