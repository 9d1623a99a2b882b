package io.fleetorchestrator.forecaster.stream;

import io.fleetorchestrator.core.features.Measurement;
import io.fleetorchestrator.core.forecast.RegionStep;
import io.fleetorchestrator.core.hours.RejectionReason;
import io.fleetorchestrator.runtime.failure.DeadLetters;
import io.fleetorchestrator.schemas.contract.Signal;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * The metrics of the forecaster, by Prometheus name:
 *
 * <ul>
 *   <li>{@code fleet_readings_total{result}}: accepted, duplicate or refused; refused readings by reason are in {@code
 *       fleet_dead_letters_total{reason}}
 *   <li>{@code fleet_hours_open}, {@code fleet_hours_closed_total}: hours waiting for readings, and closed hours
 *   <li>{@code fleet_forecast_latency_seconds}: from a closed hour to its forecast
 *   <li>{@code fleet_forecast_<signal>{fleet,region,bound}}: point, lower, upper, upper_one_sided, 24 h ahead; {@code
 *       fleet_actual_<signal>{fleet,region}}: the last closed hour; {@code fleet_hour_closed_at_seconds}: its end
 *   <li>{@code fleet_coverage{fleet,region,signal,bound,window}}: bound is two_sided or upper; window is 7d, all, or the
 *       worst part of all: worst_7d, worst_horizon, hottest_decile
 *   <li>{@code fleet_forecast_error{fleet,region,signal,method}}: mean absolute error of model, persistence, seasonal_naive;
 *       {@code fleet_interval_width} and {@code fleet_interval_winkler} in the signal's unit
 *   <li>{@code fleet_model_info{signal,model}} is 1 for the model in use; {@code fleet_model_trained_at_seconds{signal}}
 *       is the end of its training data; {@code fleet_models_refused_total{signal}}
 *   <li>{@code fleet_records_passed_over_total{topic}}: records that training skips because it cannot read them
 * </ul>
 */
public final class ForecasterMetrics {

    private final MeterRegistry registry;
    private final Counter accepted;
    private final Counter duplicates;
    private final Counter refused;
    private final Counter hoursClosed;
    private final Timer latency;
    private final Map<String, AtomicInteger> openHours = new ConcurrentHashMap<>();
    private final Map<String, RegionMeters> byRegion = new ConcurrentHashMap<>();
    private final ModelMeters models;

    public ForecasterMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.accepted = readings("accepted");
        this.duplicates = readings("duplicate");
        this.refused = readings("refused");
        this.hoursClosed = Counter.builder("fleet.hours.closed")
                .description("Hours of regions that have closed")
                .register(registry);
        this.latency = Timer.builder("fleet.forecast.latency")
                .description("From a closed hour to its forecast, all signals")
                .publishPercentileHistogram()
                .register(registry);
        this.models = new ModelMeters(registry);
        DeadLetters.announce(RejectionReason.class, registry);
        Gauge.builder("fleet.hours.open", this, ForecasterMetrics::openHours)
                .description("Hours of regions that wait for readings")
                .register(registry);
    }

    private Counter readings(String result) {
        return Counter.builder("fleet.readings")
                .description("Readings by result")
                .tag("result", result)
                .register(registry);
    }

    void accepted() {
        accepted.increment();
    }

    void duplicate() {
        duplicates.increment();
    }

    void refused() {
        refused.increment();
    }

    void openHours(String task, int open) {
        openHours.computeIfAbsent(task, t -> new AtomicInteger()).set(open);
    }

    private double openHours() {
        return openHours.values().stream().mapToInt(AtomicInteger::get).sum();
    }

    RegionStep timed(Supplier<RegionStep> step) {
        hoursClosed.increment();
        // The supplier never returns null.
        return Objects.requireNonNull(latency.record(step));
    }

    void forecast(RegionStep step) {
        var forecast = step.forecast();
        byRegion.computeIfAbsent(
                        forecast.getRegion(), region -> new RegionMeters(forecast.getFleet(), region, registry))
                .show(step);
    }

    void forget(String region) {
        Optional.ofNullable(byRegion.remove(region)).ifPresent(RegionMeters::close);
    }

    void model(Measurement signal, String modelId, Optional<Instant> trainedAt) {
        models.inUse(signal, modelId, trainedAt);
    }

    void modelRefused(Signal signal) {
        models.refused(signal);
    }
}
