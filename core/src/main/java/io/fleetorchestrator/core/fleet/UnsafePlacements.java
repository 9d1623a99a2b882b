package io.fleetorchestrator.core.fleet;

import io.fleetorchestrator.core.outlook.RegionOutlook;
import io.fleetorchestrator.schemas.contract.Priority;
import io.fleetorchestrator.schemas.contract.Signal;
import java.util.Comparator;
import java.util.Optional;

/**
 * Finds the workloads of a region that are unsafe: those that have to go for the others to be safe. They are asked for
 * {@linkplain #DISPENSABLE in order}, and each counts on those before it to have gone: a region that is a little too full
 * names the one workload that is too much, and not everything that runs there.
 */
final class UnsafePlacements {

    /** The least important first, and of equals the latest. */
    static final Comparator<CommittedWorkload> DISPENSABLE = Comparator.<CommittedWorkload, Priority>comparing(
                    placed -> placed.request().getPriority())
            .thenComparing(placed -> placed.request().getSubmittedAt(), Comparator.reverseOrder())
            .thenComparing(CommittedWorkload::requestId);

    /** Bounds of one hour differ by less than this between most forecasts: what is clear by it stays clear. */
    private static final double CLEAR_BY_C = 0.5;

    /** The same for load, as a share of the capacity: twice the error of a good power meter. */
    private static final double CLEAR_BY_SHARE = 0.01;

    /** Sums in another order differ in the last bits; that is not a threat. */
    private static final double ROUNDING = 1e-9;

    private final RegionOutlook outlook;
    private final double[] goneMw;

    UnsafePlacements(RegionOutlook outlook) {
        this.outlook = outlook;
        this.goneMw = new double[outlook.horizon()];
    }

    /** The worst hour of what remains of the workload: the hottest if too hot, else the fullest if too full. */
    Optional<LimitViolation> threatTo(CommittedWorkload placed) {
        var threat = heat(placed).or(() -> load(placed));
        threat.ifPresent(unsafe -> goes(placed));
        return threat;
    }

    private Optional<LimitViolation> heat(CommittedWorkload placed) {
        var thermal = outlook.terms().thermal();
        return worst(placed, Signal.TEMPERATURE, outlook.ambientC(), thermal.perMwC(), thermal.limitC(), CLEAR_BY_C);
    }

    private Optional<LimitViolation> load(CommittedWorkload placed) {
        double capacity = outlook.terms().capacityMw();
        return worst(placed, Signal.IT_LOAD, outlook.loadMw(), 1, capacity, CLEAR_BY_SHARE * capacity);
    }

    private Optional<LimitViolation> worst(
            CommittedWorkload placed, Signal signal, double[] values, double perMw, double threshold, double clearBy) {
        int worst = -1;
        // What has been said to be unsafe is safe again only when it is clearly so: else it would be both by turns.
        double highest = placed.atRisk() ? threshold - clearBy : threshold + ROUNDING;
        for (int hour = first(placed); hour < end(placed); hour++) {
            double left = values[hour] - perMw * goneMw[hour];
            // Infinity stands for a hole: what is not known says nothing about what was approved.
            if (left > highest && Double.isFinite(left)) {
                worst = hour;
                highest = left;
            }
        }
        return worst < 0
                ? Optional.empty()
                : Optional.of(new LimitViolation(signal, outlook.firstHour() + worst, values[worst], threshold));
    }

    private void goes(CommittedWorkload placed) {
        for (int hour = first(placed); hour < end(placed); hour++) {
            goneMw[hour] += placed.request().getPowerMw();
        }
    }

    private int first(CommittedWorkload placed) {
        return (int) Math.max(0, placed.start() - outlook.firstHour());
    }

    private int end(CommittedWorkload placed) {
        return (int) Math.min(placed.end() - outlook.firstHour(), outlook.horizon());
    }
}
