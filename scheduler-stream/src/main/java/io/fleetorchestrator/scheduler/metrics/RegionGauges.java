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

/** What is shown of one region of a fleet. Written by the thread that owns the fleet, read by whoever scrapes. */
final class RegionGauges implements AutoCloseable {

    /** Offset of the first full hour of a forecast: the hour it is issued in can no longer be decided on. */
    private static final int NEXT = 1;

    /** The next full hour, and the worst of all hours thereafter. */
    private record Now(double committedMw, double headroomMw, double peakBoundC, RegionTerms terms, Instant issuedAt) {

        static Now of(RegionOutlook outlook) {
            return new Now(
                    outlook.committedMw(NEXT),
                    outlook.headroomMw(NEXT),
                    peakBoundC(outlook),
                    outlook.terms(),
                    outlook.forecast().issuedAt());
        }

        /** Of the hours that are known; NaN when none is. */
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
        add("fleet.committed.power", "mw", "Committed in the next hour of the forecast", Now::committedMw);
        add(
                "fleet.headroom.power",
                "mw",
                "What could still be placed in the next hour of the forecast",
                Now::headroomMw);
        add(
                "fleet.region.bound",
                "celsius",
                "Highest temperature bound of the hours to come, with the heat of what is committed",
                Now::peakBoundC);
        add(
                "fleet.region.limit",
                "celsius",
                "Temperature that the region must stay under",
                shown -> shown.terms().thermal().limitC());
        add(
                "fleet.region.capacity",
                "mw",
                "IT power that the region can carry",
                shown -> shown.terms().capacityMw());
        add(
                "fleet.forecast.age",
                "seconds",
                "Age of the forecast that decides, on this machine's clock",
                shown -> Duration.between(shown.issuedAt(), clock.instant()).toSeconds());
    }

    /** Whether there is an hour left that can be decided on. */
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
