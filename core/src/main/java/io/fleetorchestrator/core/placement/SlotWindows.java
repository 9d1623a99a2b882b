package io.fleetorchestrator.core.placement;

import io.fleetorchestrator.core.outlook.RegionOutlook;

/**
 * The windows of hours in which one region could run a workload, each named by the offset of its first hour into the
 * region's horizon.
 */
final class SlotWindows {

    private final RegionOutlook outlook;
    private final SlotQuery query;
    private final long firstHour;
    private final int first;
    private final int last;
    private final double[] ambientC;
    private final double[] loadMw;

    /** The figures of the first window are in the first entries of both arrays. */
    SlotWindows(RegionOutlook outlook, SlotQuery query, int first, int last, double[] ambientC, double[] loadMw) {
        this.outlook = outlook;
        this.firstHour = outlook.firstHour();
        this.query = query;
        this.first = first;
        this.last = last;
        this.ambientC = ambientC;
        this.loadMw = loadMw;
    }

    RegionOutlook outlook() {
        return outlook;
    }

    SlotQuery query() {
        return query;
    }

    double powerMw() {
        return query.powerMw();
    }

    boolean isEmpty() {
        return last < first;
    }

    int first() {
        return first;
    }

    int last() {
        return last;
    }

    long startHour(int start) {
        return firstHour + start;
    }

    /** The hottest bound of the window, before the workload. */
    double ambientC(int start) {
        return ambientC[start - first];
    }

    /** The highest load of the window, before the workload. */
    double loadMw(int start) {
        return loadMw[start - first];
    }

    /** Whether both bounds are known in every hour of the window. */
    boolean boundsKnown(int start) {
        return Double.isFinite(ambientC(start)) && Double.isFinite(loadMw(start));
    }

    /** Whether carbon and water are known in every hour of the window. */
    boolean costKnown(int start) {
        return outlook.costKnown(start, start + query.hours());
    }

    CandidateSlot slot(int start) {
        return new CandidateSlot(outlook, start, query.hours(), query.powerMw());
    }
}
