package io.fleetorchestrator.scheduler.metrics;

import io.fleetorchestrator.schemas.contract.Footprint;
import io.fleetorchestrator.schemas.contract.SchedulingDecision;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;

/**
 * Counts the footprint of approved workloads, and what it would have been if they had run in the home region immediately
 * (baseline). Workloads that are cancelled later stay counted, because a counter cannot decrease.
 */
final class FootprintCounters {

    private final MeterRegistry meters;

    FootprintCounters(MeterRegistry meters) {
        this.meters = meters;
    }

    void add(SchedulingDecision decision) {
        add("placed", decision.getFleet(), decision.getFootprint());
        add("baseline", decision.getFleet(), decision.getBaseline());
    }

    private void add(String kind, String fleet, @Nullable Footprint footprint) {
        if (footprint != null) {
            counter(kind + ".energy", "mwh", fleet, footprint).increment(footprint.getEnergyMwh());
            counter(kind + ".carbon", "kg", fleet, footprint).increment(footprint.getCarbonKg());
            counter(kind + ".water", "l", fleet, footprint).increment(footprint.getWaterL());
        }
    }

    private Counter counter(String what, String unit, String fleet, Footprint footprint) {
        return Counter.builder("fleet." + what)
                .description("Of approved workloads, as placed or in the home region immediately (baseline)")
                .baseUnit(unit)
                .tags("fleet", fleet, "region", footprint.getRegion())
                .register(meters);
    }
}
