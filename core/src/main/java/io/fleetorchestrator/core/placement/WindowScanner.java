package io.fleetorchestrator.core.placement;

import io.fleetorchestrator.core.outlook.RegionOutlook;

/** Looks at every window of hours in which a region could run a workload. Owned by one thread. */
final class WindowScanner {

    private final SlidingMaximum maximum = new SlidingMaximum();
    private double[] ambientC = new double[0];
    private double[] loadMw = new double[0];

    /** The windows of the region. They are valid until the next scan, which uses the same memory. */
    SlotWindows scan(RegionOutlook outlook, SlotQuery query) {
        int first = (int) Math.max(0, Math.min(query.earliestStart() - outlook.firstHour(), outlook.horizon()));
        int last = (int) Math.min(query.latestStart() - outlook.firstHour(), outlook.horizon() - query.hours());
        int starts = last - first + 1;
        if (starts > 0) {
            reserve(outlook.horizon());
            maximum.over(outlook.ambientC(), first, starts, query.hours(), ambientC);
            maximum.over(outlook.loadMw(), first, starts, query.hours(), loadMw);
        }
        return new SlotWindows(outlook, query, first, last, ambientC, loadMw);
    }

    private void reserve(int horizon) {
        if (ambientC.length < horizon) {
            ambientC = new double[horizon];
            loadMw = new double[horizon];
        }
    }
}
