package io.fleetorchestrator.scheduler.metrics;

import io.fleetorchestrator.core.fleet.FleetState;
import io.fleetorchestrator.core.outlook.RegionOutlook;
import io.fleetorchestrator.core.placement.FleetView;
import io.fleetorchestrator.schemas.contract.SchedulingDecision;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** What is shown of one fleet. Written by the thread that owns the fleet, read by whoever scrapes. */
final class FleetGauges implements AutoCloseable {

    private final String fleet;
    private final MeterRegistry meters;
    private final Clock clock;
    private final DoubleAdder carbonSavedKg = new DoubleAdder();
    private final DoubleAdder waterSavedL = new DoubleAdder();
    private final Map<String, RegionGauges> regions = new HashMap<>();
    private final List<Meter> registered = new ArrayList<>();
    private volatile int placements;
    private volatile int answered;
    private volatile int ledgerHours;

    FleetGauges(String fleet, MeterRegistry meters, Clock clock) {
        this.fleet = fleet;
        this.meters = meters;
        this.clock = clock;
        register(
                "fleet.carbon.saved",
                "kg",
                "Saved by placing instead of running at home at once",
                saved -> carbonSavedKg.sum());
        register(
                "fleet.water.saved",
                "l",
                "Saved by placing instead of running at home at once",
                saved -> waterSavedL.sum());
        register("fleet.placements", null, "Workloads that run or will run", held -> placements);
        register("fleet.answers.remembered", null, "Request ids that are known", held -> answered);
        register("fleet.ledger.size", null, "Hours of regions in which something is committed", held -> ledgerHours);
    }

    void show(FleetState state) {
        placements = state.placements();
        answered = state.answered();
        ledgerHours = state.ledger().size();
        state.view()
                .map(FleetView::regions)
                .orElse(List.of())
                .forEach(
                        region -> region.outlook().filter(RegionGauges::canShow).ifPresent(this::show));
    }

    FleetGauges saved(SchedulingDecision decision) {
        carbonSavedKg.add(decision.getCarbonSavedKg());
        waterSavedL.add(decision.getWaterSavedL());
        return this;
    }

    @Override
    public void close() {
        registered.forEach(meters::remove);
        regions.values().forEach(RegionGauges::close);
    }

    private void show(RegionOutlook outlook) {
        regions.computeIfAbsent(outlook.region(), region -> new RegionGauges(fleet, outlook, meters, clock))
                .show(outlook);
    }

    private void register(String name, @Nullable String unit, String description, ToDoubleFunction<FleetGauges> value) {
        registered.add(Gauge.builder(name, this, value)
                .description(description)
                .baseUnit(unit)
                .tag("fleet", fleet)
                .register(meters));
    }
}
