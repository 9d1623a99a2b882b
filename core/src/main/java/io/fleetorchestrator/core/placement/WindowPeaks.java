package io.fleetorchestrator.core.placement;

import io.fleetorchestrator.core.outlook.RegionOutlook;

/** The hottest bound and the highest load of every slot that one region offers to an ask; reused from region to region. */
final class WindowPeaks {

    private final SlidingMaximum maximum = new SlidingMaximum();
    private double[] ambientC = new double[0];
    private double[] loadMw = new double[0];
    private int first;
    private int last;

    void scan(RegionOutlook outlook, Ask ask) {
        first = (int) Math.max(0, Math.min(ask.earliestStart() - outlook.firstHour(), outlook.horizon()));
        last = (int) Math.min(ask.latestStart() - outlook.firstHour(), outlook.horizon() - ask.hours());
        int starts = last - first + 1;
        if (starts > 0) {
            reserve(outlook.horizon());
            maximum.over(outlook.ambientC(), first, starts, ask.hours(), ambientC);
            maximum.over(outlook.loadMw(), first, starts, ask.hours(), loadMw);
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
