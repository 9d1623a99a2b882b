package io.fleetorchestrator.scheduler.stream;

import io.fleetorchestrator.core.fleet.AnsweredRequest;
import io.fleetorchestrator.core.fleet.CommittedWorkload;
import io.fleetorchestrator.core.fleet.FleetSnapshot;
import io.fleetorchestrator.schemas.contract.FleetProfile;
import io.fleetorchestrator.schemas.contract.RegionForecast;
import io.fleetorchestrator.schemas.serdes.AvroSerdes;
import io.fleetorchestrator.schemas.state.AnsweredId;
import io.fleetorchestrator.schemas.state.PlacedWorkload;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.processor.api.ProcessingContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * The state stores of fleets: in memory, with changelogs. Derived state (ledger and outlooks) is not stored; it is computed
 * again when a fleet is first used.
 */
public final class FleetStores {

    static final String PROFILES = "fleet-profiles";
    static final String FORECASTS = "fleet-forecasts";
    static final String PLACEMENTS = "fleet-placements";
    static final String ANSWERS = "fleet-answers";

    /** The names of all stores. */
    public static final List<String> NAMES = List.of(PROFILES, FORECASTS, PLACEMENTS, ANSWERS);

    private static final StringSerializer PREFIX = new StringSerializer();

    private final PlacedCodec placedCodec;
    private final KeyValueStore<String, FleetProfile> profiles;
    private final KeyValueStore<String, RegionForecast> forecasts;
    private final KeyValueStore<String, PlacedWorkload> placements;
    private final KeyValueStore<String, AnsweredId> answers;

    FleetStores(ProcessingContext context, AvroSerdes serdes) {
        placedCodec = PlacedCodec.of(serdes);
        profiles = context.getStateStore(PROFILES);
        forecasts = context.getStateStore(FORECASTS);
        placements = context.getStateStore(PLACEMENTS);
        answers = context.getStateStore(ANSWERS);
    }

    static Set<StoreBuilder<?>> builders(AvroSerdes serdes) {
        // The order is fixed, because descriptions of the topology are compared as text.
        return new LinkedHashSet<>(List.of(
                inMemory(PROFILES, serdes.stateSerde(FleetProfile.class)),
                inMemory(FORECASTS, serdes.stateSerde(RegionForecast.class)),
                inMemory(PLACEMENTS, PlacedCodec.serde(serdes)),
                inMemory(ANSWERS, AnsweredCodec.serde(serdes))));
    }

    private static <V> StoreBuilder<?> inMemory(String name, Serde<V> values) {
        return Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore(name), AvroSerdes.keySerde(), values);
    }

    /** All stored state of a fleet. */
    FleetSnapshot memory(String fleet) {
        return new FleetSnapshot(
                Optional.ofNullable(profiles.get(fleet)),
                all(forecasts, fleet, (key, forecast) -> forecast),
                all(placements, fleet, (key, kept) -> placedCodec.read(kept)),
                all(answers, fleet, (key, kept) -> AnsweredCodec.read(key.substring(fleet.length() + 1), kept)).stream()
                        .flatMap(List::stream)
                        .toList());
    }

    /** The journal for changes of one fleet. */
    StoreJournal journal(String fleet) {
        return new StoreJournal(fleet, this);
    }

    void put(String fleet, FleetProfile profile) {
        profiles.put(fleet, profile);
    }

    void removeProfile(String fleet) {
        profiles.delete(fleet);
    }

    void put(String fleet, RegionForecast forecast) {
        forecasts.put(key(fleet, forecast.getRegion()), forecast);
    }

    void put(String fleet, CommittedWorkload placed) {
        placements.put(key(fleet, placed.requestId()), placedCodec.write(placed));
    }

    void remove(String fleet, CommittedWorkload placed) {
        placements.delete(key(fleet, placed.requestId()));
    }

    void put(String fleet, AnsweredRequest answered) {
        answers.put(key(fleet, AnsweredCodec.key(answered)), AnsweredCodec.write(answered));
    }

    void remove(String fleet, AnsweredRequest answered) {
        answers.delete(key(fleet, AnsweredCodec.key(answered)));
    }

    /** Names of fleets cannot contain this separator: requests with such a name are rejected before anything is stored. */
    private static String key(String fleet, String rest) {
        return fleet + '\0' + rest;
    }

    private static <S, V> Collection<V> all(
            KeyValueStore<String, S> store, String fleet, BiFunction<String, S, V> read) {
        var values = new ArrayList<V>();
        try (var entries = store.prefixScan(key(fleet, ""), PREFIX)) {
            entries.forEachRemaining(entry -> values.add(read.apply(entry.key, entry.value)));
        }
        return values;
    }
}
