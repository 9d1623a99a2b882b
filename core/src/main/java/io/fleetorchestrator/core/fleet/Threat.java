package io.fleetorchestrator.core.fleet;

import io.fleetorchestrator.core.outlook.RegionOutlook;
import io.fleetorchestrator.schemas.contract.Signal;
import java.util.Optional;

/** What makes a placed workload unsafe: a figure of one hour, and what it must not exceed. */
record Threat(Signal signal, long hour, double value, double threshold) {

    /** Sums in another order differ in the last bits; that is not a threat. */
    private static final double ROUNDING = 1e-9;

    /** The worst hour of what remains of the workload: the hottest if too hot, else the fullest if too full. */
    static Optional<Threat> to(Placed placed, RegionOutlook outlook) {
        double limit = outlook.terms().thermal().limitC();
        double capacity = outlook.terms().capacityMw();
        return worst(placed, outlook, Signal.TEMPERATURE, outlook.ambientC(), limit)
                .or(() -> worst(placed, outlook, Signal.IT_LOAD, outlook.loadMw(), capacity));
    }

    private static Optional<Threat> worst(
            Placed placed, RegionOutlook outlook, Signal signal, double[] values, double threshold) {
        int end = (int) Math.min(placed.end() - outlook.firstHour(), outlook.horizon());
        int worst = -1;
        double highest = threshold + ROUNDING;
        for (int hour = (int) Math.max(0, placed.start() - outlook.firstHour()); hour < end; hour++) {
            // Infinity stands for a hole: what is not known says nothing about what was approved.
            if (values[hour] > highest && Double.isFinite(values[hour])) {
                worst = hour;
                highest = values[hour];
            }
        }
        return worst < 0
                ? Optional.empty()
                : Optional.of(new Threat(signal, outlook.firstHour() + worst, highest, threshold));
    }

    String unit() {
        return signal == Signal.TEMPERATURE ? "°C" : "MW";
    }
}
