package io.fleetorchestrator.scheduler.metrics;

import io.fleetorchestrator.core.outlook.RegionOutlook;
import io.fleetorchestrator.core.outlook.RegionTerms;
import io.fleetorchestrator.runtime.metrics.GaugeGroup;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.function.ToDoubleFunction;

/** The gauges of one region of a fleet. Written by the thread that owns the fleet, read by scrapes. */
final class RegionGauges implements AutoCloseable {

    /** Offset of the first full hour of a forecast: the hour of its issue has begun, so nothing can be placed in it. */
    private static final int NEXT = 1;

    /** Values of the next full hour, and the highest bound of all later hours. */
    private record Now(double committedMw, double headroomMw, double peakBoundC, RegionTerms terms, Instant issuedAt) {

        static Now of(RegionOutlook outlook) {
            return new Now(
                    outlook.committedMw(NEXT),
                    outlook.headroomMw(NEXT),
                    peakBoundC(outlook),
                    outlook.terms(),
                    outlook.forecast().issuedAt());
        }

        /** The highest bound of all known hours; NaN if none is known. */
        private static double peakBoundC(RegionOutlook outlook) {
            return Arrays.stream(outlook.ambientC())
                    .skip(NEXT)
                    .filter(Double::isFinite)
                    .max()
                    .orElse(Double.NaN);
        }
    }

    private final GaugeGroup gauges;
    private volatile Now now;

    RegionGauges(String fleet, RegionOutlook outlook, MeterRegistry meters, Clock clock) {
        this.gauges = new GaugeGroup(meters, Tags.of("fleet", fleet, "region", outlook.region()));
        this.now = Now.of(outlook);
        add("fleet.committed.power", "mw", "Power committed in the next hour of the forecast", Now::committedMw);
        add(
                "fleet.headroom.power",
                "mw",
                "Power that can still be placed in the next hour of the forecast",
                Now::headroomMw);
        add(
                "fleet.region.bound",
                "celsius",
                "Highest temperature bound of the next hours, including the heat of committed power",
                Now::peakBoundC);
        add(
                "fleet.region.limit",
                "celsius",
                "Temperature limit of the region",
                shown -> shown.terms().thermal().limitC());
        add(
                "fleet.region.capacity",
                "mw",
                "IT power capacity of the region",
                shown -> shown.terms().capacityMw());
        add(
                "fleet.forecast.age",
                "seconds",
                "Age of the forecast in use, by this machine's clock",
                shown -> Duration.between(shown.issuedAt(), clock.instant()).toSeconds());
    }

    /** Whether the forecast has a full hour. */
    static boolean canShow(RegionOutlook outlook) {
        return outlook.horizon() > NEXT;
    }

    void show(RegionOutlook outlook) {
        now = Now.of(outlook);
    }

    @Override
    public void close() {
        gauges.close();
    }

    private void add(String name, String unit, String description, ToDoubleFunction<Now> value) {
        gauges.add(name, unit, description, () -> value.applyAsDouble(now));
    }
}
