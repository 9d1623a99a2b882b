package io.fleetorchestrator.forecaster.stream;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
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
 *
 * <p>Where all objects would be too many for the heap, only those used last are kept there; the others wait in bytes.
 */
final class CommitStore<V> implements StateStore, CachedStateStore<byte[], byte[]> {

    /** For stores whose objects all fit on the heap. */
    static final int UNBOUNDED = Integer.MAX_VALUE;

    private final KeyValueStore<String, byte[]> log;
    private final StateCodec<V, ?> codec;
    private final int most;
    private final Map<String, V> values;
    private final Map<String, V> changed = new HashMap<>();
    private boolean loaded;

    /** @param most objects to keep on the heap */
    CommitStore(KeyValueStore<String, byte[]> log, StateCodec<V, ?> codec, int most) {
        this.log = log;
        this.codec = codec;
        this.most = most;
        this.values = bounded() ? new LinkedHashMap<>(most, 0.75F, true) : new HashMap<>();
    }

    private boolean bounded() {
        return most != UNBOUNDED;
    }

    @Nullable
    V get(String key) {
        var value = held().get(key);
        return value == null && bounded() ? read(key) : value;
    }

    private @Nullable V read(String key) {
        byte[] bytes = log.get(key);
        if (bytes == null) {
            return null;
        }
        var value = codec.decode(bytes);
        hold(key, value);
        return value;
    }

    /** Keeps a value that is new, or that was changed in place or is about to be. */
    void put(String key, V value) {
        if (changed.put(key, value) != value) {
            hold(key, value);
        }
    }

    private void hold(String key, V value) {
        held().put(key, value);
        if (values.size() > most) {
            putAway(values.keySet().iterator().next());
        }
    }

    private void putAway(String key) {
        values.remove(key);
        var value = changed.remove(key);
        if (value != null) {
            log.put(key, codec.encode(value));
        }
    }

    /** All there are, of a store without a bound. */
    Collection<V> values() {
        if (bounded()) {
            throw new UnsupportedOperationException(name() + " does not keep everything on the heap");
        }
        return held().values();
    }

    /** Without a bound everything is loaded on first use: by then the log has been restored. */
    private Map<String, V> held() {
        if (!loaded && !bounded()) {
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
