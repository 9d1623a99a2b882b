package io.fleetorchestrator.forecaster.stream;

import io.fleetorchestrator.schemas.serdes.AvroSerdes;
import java.util.Map;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** Describes a {@link CommitStore} to Kafka Streams: always logged, as without its changelog it would forget. */
final class CommitStoreBuilder<V> implements StoreBuilder<CommitStore<V>> {

    private final StoreBuilder<KeyValueStore<String, byte[]>> log;
    private final StateCodec<V, ?> codec;
    private final int most;

    CommitStoreBuilder(StateCodec<V, ?> codec, int most) {
        this.log = Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore(codec.store()), AvroSerdes.keySerde(), Serdes.ByteArray())
                .withCachingDisabled();
        this.codec = codec;
        this.most = most;
    }

    @Override
    public CommitStore<V> build() {
        return new CommitStore<>(log.build(), codec, most);
    }

    @Override
    public StoreBuilder<CommitStore<V>> withLoggingEnabled(Map<String, String> config) {
        log.withLoggingEnabled(config);
        return this;
    }

    @Override
    public StoreBuilder<CommitStore<V>> withLoggingDisabled() {
        throw new UnsupportedOperationException("without its changelog this store would forget");
    }

    /** It always caches: that is what it is for. */
    @Override
    public StoreBuilder<CommitStore<V>> withCachingEnabled() {
        return this;
    }

    @Override
    public StoreBuilder<CommitStore<V>> withCachingDisabled() {
        throw new UnsupportedOperationException("this store is a cache");
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
