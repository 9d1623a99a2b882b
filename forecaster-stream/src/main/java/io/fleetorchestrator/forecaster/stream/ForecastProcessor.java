package io.fleetorchestrator.forecaster.stream;

import io.fleetorchestrator.core.features.Measurement;
import io.fleetorchestrator.core.forecast.ForecastPlan;
import io.fleetorchestrator.core.forecast.RegionForecaster;
import io.fleetorchestrator.core.forecast.RegionState;
import io.fleetorchestrator.core.forecast.RegionStateFormat1;
import io.fleetorchestrator.core.forecast.RegionStep;
import io.fleetorchestrator.runtime.state.CommitStore;
import io.fleetorchestrator.runtime.state.CommitStoreBuilder;
import io.fleetorchestrator.runtime.state.StateCodec;
import io.fleetorchestrator.schemas.contract.HourlyFeatures;
import io.fleetorchestrator.schemas.serdes.AvroSerdes;
import io.fleetorchestrator.schemas.state.RegionSnapshot;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.StoreBuilder;

/** Scores the forecasts of a closed hour and forecasts the next hours. */
final class ForecastProcessor implements Processor<String, HourlyFeatures, String, RegionStep> {

    static final String STORE = "region-state";

    /** Heap for states of a task in bytes: enough for 80 regions a day ahead, as many as replay a history at once. */
    private static final int HEAP = 16 * 1024 * 1024;

    /** Heap for one state: mostly points and margins of pending forecasts, by signal, hour of issue and horizon. */
    private static final int HEAP_PER_STATE = 50_000;

    private static final int HEAP_PER_POINT = 64;

    /** The state of a region at the longest horizon is near 2 MB. */
    private static final String LARGEST_STATE = Integer.toString(8 * 1024 * 1024);

    private final ForecastPlan plan;
    private final RegionForecaster forecaster;
    private final ActiveModels models;
    private final ForecasterMetrics metrics;
    private final Set<String> regions = new HashSet<>();
    private ProcessorContext<String, RegionStep> context;
    private CommitStore<RegionState> states;

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init first
    ForecastProcessor(ForecastPlan plan, ActiveModels models, ForecasterMetrics metrics) {
        this.plan = plan;
        this.forecaster = new RegionForecaster(plan);
        this.models = models;
        this.metrics = metrics;
    }

    static StoreBuilder<?> states(ForecastPlan plan, AvroSerdes serdes) {
        return new CommitStoreBuilder<>(codec(plan, serdes), onTheHeap(plan))
                .withLoggingEnabled(Map.of(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, LARGEST_STATE));
    }

    static StateCodec<RegionState, RegionSnapshot> codec(ForecastPlan plan, AvroSerdes serdes) {
        var serde = serdes.largeStateSerde(RegionSnapshot.class, RegionStateFormat1::read);
        return new StateCodec<>(STORE, serde, RegionState::toState, kept -> RegionState.of(kept, plan));
    }

    private static int onTheHeap(ForecastPlan plan) {
        int points = Measurement.forecast().size() * plan.horizonHours() * plan.horizonHours();
        return HEAP / (HEAP_PER_STATE + HEAP_PER_POINT * points);
    }

    @Override
    public void init(ProcessorContext<String, RegionStep> given) {
        context = given;
        states = given.getStateStore(STORE);
    }

    @Override
    public void process(Record<String, HourlyFeatures> record) {
        var step = metrics.timed(() -> step(record.key(), record.value()));
        regions.add(record.key());
        metrics.forecast(step);
        context.forward(record.withValue(step)
                .withTimestamp(step.forecast().getIssuedAt().toEpochMilli()));
    }

    private RegionStep step(String region, HourlyFeatures hour) {
        var known = states.get(region);
        var state = known == null ? RegionState.empty(plan) : known;
        states.put(region, state);
        return forecaster.close(state, hour, models);
    }

    /** Another instance may own these regions from now on, so their gauges here would be stale. */
    @Override
    public void close() {
        regions.forEach(metrics::forget);
        regions.clear();
    }
}
