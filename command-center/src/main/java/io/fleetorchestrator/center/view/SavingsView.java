package io.fleetorchestrator.center.view;

import io.fleetorchestrator.center.http.Field;
import java.time.Instant;
import java.util.List;

/** What orchestration changed, over the decisions that are kept: the home region at once against what was chosen. */
public record SavingsView(
        long approved,
        long blocked,
        long moved,
        Total original,
        Total optimised,
        List<Region> regions,
        List<Day> days) {

    /** What running all approved workloads costs. */
    public record Total(double energyMwh, double carbonKg, double waterL) {

        public static Total zero() {
            return new Total(0, 0, 0);
        }

        public Total plus(FootprintView more) {
            return new Total(energyMwh + more.energyMwh(), carbonKg + more.carbonKg(), waterL + more.waterL());
        }
    }

    /** The same by region: what would have run there, and what does. */
    public record Region(
            String region, Total original, Total optimised, long originalWorkloads, long optimisedWorkloads) {}

    /** The same by the day of the decision. */
    public record Day(@Field(doc = "Midnight, UTC") Instant day, Total original, Total optimised) {}
}
