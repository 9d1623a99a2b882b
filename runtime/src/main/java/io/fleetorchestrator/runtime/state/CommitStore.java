package io.fleetorchestrator.runtime.state;

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
 * Objects on the heap by key. Only those that changed are written to the changelog, and only when the task commits.
 *
 * <p>A store that writes at every record sends as many records to its changelog as it reads. This one is written to a
 * hundred thousand times between two commits and sends one record per key. Nothing is lost: a transaction that is not
 * committed is rolled back as a whole, offsets and all. The hook is the one that Kafka's own caching stores use; it is in
 * an internal package, so docs/adr/0009 records the choice.
 *
 * <p>If all objects would be too many for the heap, only the most recently used stay on it. The others are kept as bytes.
 */
public final class CommitStore<V> implements StateStore, CachedStateStore<byte[], byte[]> {

    /** For stores whose objects all fit on the heap. */
    public static final int UNBOUNDED = Integer.MAX_VALUE;

    private final KeyValueStore<String, byte[]> log;
    private final StateCodec<V, ?> codec;
    private final int mostOnHeap;
    private final Map<String, V> values;
    private final Map<String, V> changed = new HashMap<>();
    private boolean loaded;

    CommitStore(KeyValueStore<String, byte[]> log, StateCodec<V, ?> codec, int mostOnHeap) {
        this.log = log;
        this.codec = codec;
        this.mostOnHeap = mostOnHeap;
        this.values = bounded() ? new LinkedHashMap<>(mostOnHeap, 0.75F, true) : new HashMap<>();
    }

    private boolean bounded() {
        return mostOnHeap != UNBOUNDED;
    }

    public @Nullable V get(String key) {
        var value = onHeap().get(key);
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

    /** Keeps a value that is new, was changed in place, or is about to be changed in place. */
    public void put(String key, V value) {
        if (changed.put(key, value) != value) {
            hold(key, value);
        }
    }

    private void hold(String key, V value) {
        onHeap().put(key, value);
        if (values.size() > mostOnHeap) {
            evict(values.keySet().iterator().next());
        }
    }

    private void evict(String key) {
        values.remove(key);
        var value = changed.remove(key);
        if (value != null) {
            log.put(key, codec.encode(value));
        }
    }

    /** All objects; only for a store without a bound. */
    public Collection<V> values() {
        if (bounded()) {
            throw new UnsupportedOperationException(name() + " does not keep all objects on the heap");
        }
        return onHeap().values();
    }

    /** A store without a bound loads everything on first use: by then the changelog has been restored. */
    private Map<String, V> onHeap() {
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
