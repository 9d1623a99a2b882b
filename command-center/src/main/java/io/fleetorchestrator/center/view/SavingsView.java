package io.fleetorchestrator.center.view;

import io.fleetorchestrator.center.http.Field;
import java.time.Instant;
import java.util.List;

/** Footprints over the decisions that are kept: as placed (optimised), and immediately in the home region (original). */
public record SavingsView(
        long approved,
        long blocked,
        long moved,
        Total original,
        Total optimised,
        List<Region> regions,
        List<Day> days) {

    /** The footprint of all approved workloads. */
    public record Total(double energyMwh, double carbonKg, double waterL) {

        public static Total zero() {
            return new Total(0, 0, 0);
        }

        public Total plus(FootprintView more) {
            return new Total(energyMwh + more.energyMwh(), carbonKg + more.carbonKg(), waterL + more.waterL());
        }
    }

    /** The totals of a region: of workloads with this home region, and of workloads placed there. */
    public record Region(
            String region, Total original, Total optimised, long originalWorkloads, long optimisedWorkloads) {}

    /** The totals of the decisions of one day. */
    public record Day(@Field(doc = "Midnight, UTC") Instant day, Total original, Total optimised) {}
}
