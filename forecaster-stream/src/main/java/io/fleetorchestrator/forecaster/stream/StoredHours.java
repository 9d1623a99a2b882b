package io.fleetorchestrator.forecaster.stream;

import io.fleetorchestrator.core.hours.OpenHoursFormat1;
import io.fleetorchestrator.core.hours.RegionHours;
import io.fleetorchestrator.core.hours.RegionHoursStore;
import io.fleetorchestrator.runtime.state.CommitStore;
import io.fleetorchestrator.runtime.state.CommitStoreBuilder;
import io.fleetorchestrator.runtime.state.StateCodec;
import io.fleetorchestrator.schemas.serdes.AvroSerdes;
import io.fleetorchestrator.schemas.state.OpenHours;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** The open hours of a partition, in a state store. */
record StoredHours(CommitStore<RegionHours> store) implements RegionHoursStore {

    static final String STORE = "open-hours";

    static CommitStoreBuilder<RegionHours> builder(AvroSerdes serdes) {
        return new CommitStoreBuilder<>(codec(serdes), CommitStore.UNBOUNDED);
    }

    static StateCodec<RegionHours, OpenHours> codec(AvroSerdes serdes) {
        var serde = serdes.stateSerde(OpenHours.class, OpenHoursFormat1::read);
        return new StateCodec<>(STORE, serde, RegionHours::toState, RegionHours::of);
    }

    @Override
    public @Nullable RegionHours find(String region) {
        return store.get(region);
    }

    @Override
    public void put(String region, RegionHours hours) {
        store.put(region, hours);
    }

    @Override
    public Collection<RegionHours> all() {
        return store.values();
    }
}
