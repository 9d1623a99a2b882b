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

    private final WindowScanner scanner = new WindowScanner();
    private final SlotRules rules;
    private double bestCost;
    private long bestStart;
    private @Nullable RegionOutlook best;

    SlotSearch(SlotRules rules) {
        this.rules = rules;
    }

    Optional<CandidateSlot> cheapest(FleetView fleet, RegionFilter filter, SlotQuery query) {
        best = null;
        for (var region : fleet.regions()) {
            if (filter.passes(region)) {
                consider(region.outlook().orElseThrow(), query);
            }
        }
        return Optional.ofNullable(best)
                .map(outlook -> new CandidateSlot(
                        outlook, (int) (bestStart - outlook.firstHour()), query.hours(), query.powerMw()));
    }

    private void consider(RegionOutlook outlook, SlotQuery query) {
        var windows = scanner.scan(outlook, query);
        for (int start = windows.first(); start <= windows.last(); start++) {
            if (rules.allPass(windows, start) && windows.costKnown(start)) {
                compare(outlook, start, cost(windows, start));
            }
        }
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

    private static double cost(SlotWindows windows, int start) {
        var outlook = windows.outlook();
        var query = windows.query();
        int end = start + query.hours();
        var weights = query.weights();
        var thermal = outlook.terms().thermal();
        double margin = thermal.marginC(thermal.boundC(windows.ambientC(start), query.powerMw()));
        return weights.carbon() * query.powerMw() * outlook.carbonKgPerMw(start, end)
                + weights.water() * query.powerMw() * outlook.waterLPerMw(start, end)
                + weights.delay() * Math.abs(outlook.firstHour() + start - query.preferredStart())
                + weights.thermal() * Math.max(0, COMFORTABLE_MARGIN_C - margin);
    }
}
