package io.fleetorchestrator.scheduler.metrics;

import io.fleetorchestrator.core.fleet.FleetState;
import io.fleetorchestrator.core.outlook.RegionOutlook;
import io.fleetorchestrator.core.placement.FleetRegion;
import io.fleetorchestrator.core.placement.FleetView;
import io.fleetorchestrator.schemas.contract.SchedulingDecision;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.function.ToDoubleFunction;

/** What is shown of one fleet. Written by the thread that owns the fleet, read by whoever scrapes. */
final class FleetGauges implements AutoCloseable {

    /** What is shown of a region in its next full hour: the first that can be decided on. */
    private record Now(double committedMw, double headroomMw, Instant issuedAt) {

        static final Now UNKNOWN = new Now(Double.NaN, Double.NaN, Instant.MIN);
    }

    /** Holds the latest, so that a gauge can find it. */
    private static final class Latest {
        private volatile Now now = Now.UNKNOWN;
    }

    private final String fleet;
    private final MeterRegistry meters;
    private final Clock clock;
    private final DoubleAdder carbonSavedKg = new DoubleAdder();
    private final DoubleAdder waterSavedL = new DoubleAdder();
    private final Map<String, Latest> regions = new HashMap<>();
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
        register("fleet.placements", "", "Workloads that run or will run", held -> placements);
        register("fleet.answers.remembered", "", "Request ids that are known", held -> answered);
        register("fleet.ledger.size", "", "Hours of regions in which something is committed", held -> ledgerHours);
    }

    void show(FleetState state) {
        placements = state.placements();
        answered = state.answered();
        ledgerHours = state.ledger().size();
        state.view().map(FleetView::regions).orElse(List.of()).forEach(this::show);
    }

    FleetGauges saved(SchedulingDecision decision) {
        carbonSavedKg.add(decision.getCarbonSavedKg());
        waterSavedL.add(decision.getWaterSavedL());
        return this;
    }

    @Override
    public void close() {
        registered.forEach(meters::remove);
    }

    private void show(FleetRegion region) {
        region.outlook()
                .filter(outlook -> outlook.horizon() > 1)
                .ifPresent(outlook -> regions.computeIfAbsent(outlook.region(), this::registered).now = now(outlook));
    }

    private static Now now(RegionOutlook outlook) {
        return new Now(
                outlook.committedMw(1),
                outlook.headroomMw(1),
                outlook.forecast().issuedAt());
    }

    private Latest registered(String region) {
        var latest = new Latest();
        var tags = Tags.of("fleet", fleet, "region", region);
        register(
                "fleet.committed.power",
                "mw",
                "Committed in the next hour of the forecast",
                tags,
                latest,
                now -> now.committedMw());
        register(
                "fleet.headroom.power",
                "mw",
                "What could still be placed in the next hour of the forecast",
                tags,
                latest,
                now -> now.headroomMw());
        register(
                "fleet.forecast.age",
                "seconds",
                "Age of the forecast that decides, on this machine's clock",
                tags,
                latest,
                now -> Duration.between(now.issuedAt(), clock.instant()).toSeconds());
        return latest;
    }

    private void register(String name, String unit, String description, ToDoubleFunction<FleetGauges> value) {
        registered.add(Gauge.builder(name, this, value)
                .description(description)
                .baseUnit(unit.isEmpty() ? null : unit)
                .tag("fleet", fleet)
                .register(meters));
    }

    private void register(
            String name, String unit, String description, Tags tags, Latest latest, ToDoubleFunction<Now> value) {
        registered.add(Gauge.builder(name, latest, holder -> value.applyAsDouble(holder.now))
                .description(description)
                .baseUnit(unit)
                .tags(tags)
                .register(meters));
    }
}
