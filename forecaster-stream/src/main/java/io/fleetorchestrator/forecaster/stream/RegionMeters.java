package io.fleetorchestrator.forecaster.stream;

import io.fleetorchestrator.core.features.Measurement;
import io.fleetorchestrator.core.forecast.RegionStep;
import io.fleetorchestrator.runtime.metrics.GaugeGroup;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/** The gauges of one region. They read values that the stream thread has set, so that closing an hour costs little. */
final class RegionMeters implements AutoCloseable {

    private static final Duration HOUR = Duration.ofHours(1);

    private final GaugeGroup gauges;
    private final Map<Measurement, SignalMeters> bySignal = new EnumMap<>(Measurement.class);
    private volatile double closedAt = Double.NaN;

    RegionMeters(String fleet, String region, MeterRegistry registry) {
        this.gauges = new GaugeGroup(registry, Tags.of("fleet", fleet, "region", region));
        Measurement.forecast().forEach(signal -> bySignal.put(signal, new SignalMeters(signal, gauges)));
        gauges.add("fleet.hour.closed.at", "seconds", "End of the last closed hour", () -> closedAt);
    }

    void show(RegionStep step) {
        bySignal.forEach((signal, meters) -> meters.show(signal.info().forecastIn(step.forecast())));
        step.outcome()
                .getSignals()
                .forEach(outcome ->
                        of(Measurement.of(outcome.getSignal()).orElseThrow()).show(outcome));
        closedAt = step.outcome().getHourStart().plus(HOUR).getEpochSecond();
    }

    private SignalMeters of(Measurement signal) {
        var meters = bySignal.get(signal);
        if (meters == null) {
            throw new IllegalArgumentException(signal + " is not forecast");
        }
        return meters;
    }

    @Override
    public void close() {
        gauges.close();
    }
}
