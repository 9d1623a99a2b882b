package io.fleetorchestrator.runtime.state;

import io.fleetorchestrator.schemas.serdes.AvroSerdes;
import java.util.Map;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** Builds a {@link CommitStore} for Kafka Streams. It always has a changelog: without one a restart would lose its objects. */
public final class CommitStoreBuilder<V> implements StoreBuilder<CommitStore<V>> {

    private final StoreBuilder<KeyValueStore<String, byte[]>> log;
    private final StateCodec<V, ?> codec;
    private final int mostOnHeap;

    /**
     * Builds a store.
     *
     * @param mostOnHeap objects to keep on the heap, or {@link CommitStore#UNBOUNDED}
     */
    public CommitStoreBuilder(StateCodec<V, ?> codec, int mostOnHeap) {
        this.log = Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore(codec.store()), AvroSerdes.keySerde(), Serdes.ByteArray())
                .withCachingDisabled();
        this.codec = codec;
        this.mostOnHeap = mostOnHeap;
    }

    @Override
    public CommitStore<V> build() {
        return new CommitStore<>(log.build(), codec, mostOnHeap);
    }

    @Override
    public StoreBuilder<CommitStore<V>> withLoggingEnabled(Map<String, String> config) {
        log.withLoggingEnabled(config);
        return this;
    }

    @Override
    public StoreBuilder<CommitStore<V>> withLoggingDisabled() {
        throw new UnsupportedOperationException("this store loses its objects at a restart if it has no changelog");
    }

    /** It always caches. */
    @Override
    public StoreBuilder<CommitStore<V>> withCachingEnabled() {
        return this;
    }

    @Override
    public StoreBuilder<CommitStore<V>> withCachingDisabled() {
        throw new UnsupportedOperationException("this store always caches");
    }

    @Override
    public Map<String, String> logConfig() {
        return log.logConfig();
    }

    @Override
    public boolean loggingEnabled() {
        return true;
    }

    @Override
    public String name() {
        return log.name();
    }
}
