package io.fleetorchestrator.core.placement;

import io.fleetorchestrator.core.outlook.RegionOutlook;

/** Finds the slots that pass every rule, and what they cost. Owned by one thread. */
final class SlotSearch {

    /** Takes each slot that is found: regions come in the order of their names, and starts in the order of time. */
    @FunctionalInterface
    interface Sink {

        void accept(RegionOutlook outlook, long startHour, double cost);
    }

    /** A smaller margin adds to the cost. The risk level is LOW from the same five degrees on. */
    private static final double COMFORTABLE_MARGIN_C = 5;

    private final WindowScanner scanner = new WindowScanner();
    private final SlotRules rules;

    SlotSearch(SlotRules rules) {
        this.rules = rules;
    }

    SlotsByCost slots(FleetView fleet, RegionFilter filter, SlotQuery query) {
        return new SlotsByCost(sink -> scan(fleet, filter, query, sink), query);
    }

    private void scan(FleetView fleet, RegionFilter filter, SlotQuery query, Sink sink) {
        for (var region : fleet.regions()) {
            if (filter.passes(region)) {
                scan(region.outlook().orElseThrow(), query, sink);
            }
        }
    }

    private void scan(RegionOutlook outlook, SlotQuery query, Sink sink) {
        var windows = scanner.scan(outlook, query);
        for (int start = windows.first(); start <= windows.last(); start++) {
            if (rules.allPass(windows, start) && windows.costKnown(start)) {
                sink.accept(outlook, windows.startHour(start), cost(windows, start));
            }
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
                + weights.delay() * Math.abs(windows.startHour(start) - query.preferredStart())
                + weights.thermal() * Math.max(0, COMFORTABLE_MARGIN_C - margin);
    }
}
