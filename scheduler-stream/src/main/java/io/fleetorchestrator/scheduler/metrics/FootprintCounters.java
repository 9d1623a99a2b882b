package io.fleetorchestrator.scheduler.metrics;

import io.fleetorchestrator.schemas.contract.Footprint;
import io.fleetorchestrator.schemas.contract.SchedulingDecision;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;

/**
 * Adds up what approved workloads cost, and what they would have cost at home at once (baseline). What is cancelled later
 * stays counted: a counter cannot go back.
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
                .description("Of approved workloads, as placed or as they would have run at home at once (baseline)")
                .baseUnit(unit)
                .tags("fleet", fleet, "region", footprint.getRegion())
                .register(meters);
    }
}
