package io.fleetorchestrator.core.placement;

import io.fleetorchestrator.core.outlook.RegionOutlook;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the cheapest slot that passes every rule: one pass over regions and starts, nothing allocated on the way. Ties go
 * to the earlier start, then to the region first by name. Owned by one thread.
 */
final class SlotSearch {

    /** Below this margin tightness costs something: the same five degrees from which risk counts as low. */
    private static final double COMFORTABLE_MARGIN_C = 5;

    private final WindowPeaks peaks = new WindowPeaks();
    private double bestCost;
    private long bestStart;
    private @Nullable RegionOutlook best;

    Optional<CandidateSlot> cheapest(FleetView fleet, Conditions conditions, Ask ask) {
        best = null;
        for (var region : fleet.regions()) {
            if (conditions.admit(region)) {
                consider(region.outlook().orElseThrow(), ask);
            }
        }
        return Optional.ofNullable(best)
                .map(outlook -> new CandidateSlot(
                        outlook, (int) (bestStart - outlook.firstHour()), ask.hours(), ask.powerMw()));
    }

    private void consider(RegionOutlook outlook, Ask ask) {
        peaks.scan(outlook, ask);
        for (int start = peaks.first(); start <= peaks.last(); start++) {
            if (passes(outlook, start, ask)) {
                compare(outlook, start, cost(outlook, start, ask));
            }
        }
    }

    private boolean passes(RegionOutlook outlook, int start, Ask ask) {
        return AdmissionRules.fits(outlook, peaks.loadMw(start), ask.powerMw())
                && AdmissionRules.withstands(outlook, peaks.ambientC(start), ask.powerMw())
                && outlook.costKnown(start, start + ask.hours());
    }

    private void compare(RegionOutlook outlook, int start, double cost) {
        long startHour = outlook.firstHour() + start;
        // Regions come in the order of their names, so the first of equals stays. The first slot that passes is taken
        // at any
        // cost: what an earlier search has found, or how much a slot costs, must not decide whether there is one.
        if (best == null || cost < bestCost || (cost == bestCost && startHour < bestStart)) {
            best = outlook;
            bestCost = cost;
            bestStart = startHour;
        }
    }

    private double cost(RegionOutlook outlook, int start, Ask ask) {
        int end = start + ask.hours();
        var weights = ask.weights();
        var thermal = outlook.terms().thermal();
        double margin = thermal.marginC(thermal.boundC(peaks.ambientC(start), ask.powerMw()));
        return weights.carbon() * ask.powerMw() * outlook.carbonKgPerMw(start, end)
                + weights.water() * ask.powerMw() * outlook.waterLPerMw(start, end)
                + weights.delay() * Math.abs(outlook.firstHour() + start - ask.preferredStart())
                + weights.thermal() * Math.max(0, COMFORTABLE_MARGIN_C - margin);
    }
}
