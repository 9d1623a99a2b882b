package io.fleetorchestrator.forecaster.stream;

import io.fleetorchestrator.core.forecast.ForecastPlan;
import io.fleetorchestrator.core.forecast.RegionForecaster;
import io.fleetorchestrator.core.forecast.RegionState;
import io.fleetorchestrator.core.forecast.RegionStep;
import io.fleetorchestrator.schemas.contract.HourlyFeatures;
import java.util.HashSet;
import java.util.Set;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/** Settles what was forecast of a closed hour and forecasts the hours to come. */
final class ForecastProcessor implements Processor<String, HourlyFeatures, String, RegionStep> {

    static final String STORE = "region-state";

    private final ForecastPlan plan;
    private final RegionForecaster forecaster;
    private final ModelShelf models;
    private final ForecasterMetrics metrics;
    private final Set<String> regions = new HashSet<>();
    private ProcessorContext<String, RegionStep> context;
    private KeyValueStore<String, byte[]> states;

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before anything else
    ForecastProcessor(ForecastPlan plan, ModelShelf models, ForecasterMetrics metrics) {
        this.plan = plan;
        this.forecaster = new RegionForecaster(plan);
        this.models = models;
        this.metrics = metrics;
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
        byte[] known = states.get(region);
        var state = known == null ? RegionState.empty(plan) : RegionState.fromBytes(known, plan);
        var step = forecaster.close(state, hour, models);
        states.put(region, state.toBytes());
        return step;
    }

    /** Another instance may own these regions from now on: what is shown of them here would go stale. */
    @Override
    public void close() {
        regions.forEach(metrics::forget);
        regions.clear();
    }
}
