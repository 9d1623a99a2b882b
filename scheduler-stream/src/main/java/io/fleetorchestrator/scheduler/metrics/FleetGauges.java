package io.fleetorchestrator.scheduler.metrics;

import io.fleetorchestrator.core.fleet.FleetState;
import io.fleetorchestrator.core.outlook.RegionOutlook;
import io.fleetorchestrator.core.placement.FleetView;
import io.fleetorchestrator.runtime.metrics.GaugeGroup;
import io.fleetorchestrator.schemas.contract.SchedulingDecision;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/** The gauges of one fleet. Written by the thread that owns the fleet, read by scrapes. */
final class FleetGauges implements AutoCloseable {

    private static final String SAVED = "Saved by placement, compared with running in the home region immediately";

    private final String fleet;
    private final MeterRegistry meters;
    private final Clock clock;
    private final DoubleAdder carbonSavedKg = new DoubleAdder();
    private final DoubleAdder waterSavedL = new DoubleAdder();
    private final Map<String, RegionGauges> regions = new HashMap<>();
    private final GaugeGroup gauges;
    private volatile int placements;
    private volatile int answered;
    private volatile int ledgerHours;

    FleetGauges(String fleet, MeterRegistry meters, Clock clock) {
        this.fleet = fleet;
        this.meters = meters;
        this.clock = clock;
        this.gauges = new GaugeGroup(meters, Tags.of("fleet", fleet));
        add("fleet.carbon.saved", "kg", SAVED, carbonSavedKg::sum);
        add("fleet.water.saved", "l", SAVED, waterSavedL::sum);
        add("fleet.placements", null, "Workloads that run or will run", () -> placements);
        add("fleet.answers.remembered", null, "Request ids that are remembered", () -> answered);
        add("fleet.ledger.size", null, "Hours of regions with committed power", () -> ledgerHours);
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
        gauges.close();
        regions.values().forEach(RegionGauges::close);
    }

    private void show(RegionOutlook outlook) {
        regions.computeIfAbsent(outlook.region(), region -> new RegionGauges(fleet, outlook, meters, clock))
                .show(outlook);
    }

    private void add(String name, @Nullable String unit, String description, DoubleSupplier value) {
        gauges.add(name, unit, description, value::getAsDouble);
    }
}
