package io.fleetorchestrator.forecaster.stream;

import io.fleetorchestrator.core.hours.HourBook;
import io.fleetorchestrator.core.hours.RegionHours;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** The open hours of a partition in its store. */
record StoredHours(CommitStore<RegionHours> store) implements HourBook {

    static final String STORE = "open-hours";

    static CommitStoreBuilder<RegionHours> builder() {
        var codec = new StateCodec<>(RegionHours::toBytes, RegionHours::fromBytes);
        return new CommitStoreBuilder<>(STORE, codec, CommitStore.UNBOUNDED);
    }

    @Override
    public @Nullable RegionHours find(String region) {
        return store.get(region);
    }

    @Override
    public void keep(String region, RegionHours hours) {
        store.put(region, hours);
    }

    @Override
    public Collection<RegionHours> all() {
        return store.values();
    }
}
