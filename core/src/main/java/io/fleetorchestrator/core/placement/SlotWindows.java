package io.fleetorchestrator.core.placement;

import io.fleetorchestrator.core.outlook.RegionOutlook;

/** The hottest bound and the highest load of every slot that one region offers to an query; reused from region to region. */
final class SlotWindows {

    private final SlidingMaximum maximum = new SlidingMaximum();
    private double[] ambientC = new double[0];
    private double[] loadMw = new double[0];
    private int first;
    private int last;

    void scan(RegionOutlook outlook, SlotQuery query) {
        first = (int) Math.max(0, Math.min(query.earliestStart() - outlook.firstHour(), outlook.horizon()));
        last = (int) Math.min(query.latestStart() - outlook.firstHour(), outlook.horizon() - query.hours());
        int starts = last - first + 1;
        if (starts > 0) {
            reserve(outlook.horizon());
            maximum.over(outlook.ambientC(), first, starts, query.hours(), ambientC);
            maximum.over(outlook.loadMw(), first, starts, query.hours(), loadMw);
        }
    }

    /** The first start, as an offset into the horizon. */
    int first() {
        return first;
    }

    /** The last start; before the first when the region offers no slot. */
    int last() {
        return last;
    }

    /** The hottest bound of the slot before the workload. */
    double ambientC(int start) {
        return ambientC[start - first];
    }

    /** The highest load of the slot before the workload. */
    double loadMw(int start) {
        return loadMw[start - first];
    }

    private void reserve(int horizon) {
        if (ambientC.length < horizon) {
            ambientC = new double[horizon];
            loadMw = new double[horizon];
        }
    }
}
