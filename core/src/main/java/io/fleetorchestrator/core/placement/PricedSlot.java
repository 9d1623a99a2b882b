package io.fleetorchestrator.core.placement;

import io.fleetorchestrator.core.outlook.RegionOutlook;

/**
 * A slot and what it costs. The cheaper one comes first, of equals the one that starts earlier, and then the one whose
 * region comes first by name.
 */
record PricedSlot(RegionOutlook outlook, long startHour, double cost) implements Comparable<PricedSlot> {

    @Override
    public int compareTo(PricedSlot other) {
        int order = compare(cost, startHour, other.cost, other.startHour);
        return order != 0 ? order : outlook.region().compareTo(other.outlook.region());
    }

    /** The order of two slots by their costs and starts. */
    static int compare(double cost, long startHour, double otherCost, long otherStartHour) {
        if (cost < otherCost) {
            return -1;
        }
        if (cost > otherCost) {
            return 1;
        }
        // Costs that overflowed to what is not a number come last; zero and minus zero are equal.
        int order = Boolean.compare(Double.isNaN(cost), Double.isNaN(otherCost));
        return order != 0 ? order : Long.compare(startHour, otherStartHour);
    }

    CandidateSlot slot(SlotQuery query) {
        return new CandidateSlot(outlook, (int) (startHour - outlook.firstHour()), query.hours(), query.powerMw());
    }
}
