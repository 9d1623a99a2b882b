package io.fleetorchestrator.core.placement;

import io.fleetorchestrator.core.outlook.RegionOutlook;

/**
 * A slot and what it costs. The cheaper one comes first, of equals the one that starts earlier, and then the one whose
 * region comes first by name.
 */
record PricedSlot(RegionOutlook outlook, int start, double cost) implements Comparable<PricedSlot> {

    @Override
    public int compareTo(PricedSlot other) {
        return compare(outlook, start, cost, other);
    }

    /** Whether the slot with these figures comes before the other one. */
    static boolean isBefore(RegionOutlook outlook, int start, double cost, PricedSlot other) {
        return compare(outlook, start, cost, other) < 0;
    }

    CandidateSlot slot(SlotQuery query) {
        return new CandidateSlot(outlook, start, query.hours(), query.powerMw());
    }

    private static int compare(RegionOutlook outlook, int start, double cost, PricedSlot other) {
        int byCost = compare(cost, other.cost);
        if (byCost != 0) {
            return byCost;
        }
        int byStart = Long.compare(outlook.firstHour() + start, other.outlook.firstHour() + other.start);
        return byStart != 0 ? byStart : outlook.region().compareTo(other.outlook.region());
    }

    private static int compare(double one, double other) {
        if (one < other) {
            return -1;
        }
        // Costs that overflowed to what is not a number come last; zero and minus zero are equal.
        return one > other ? 1 : Boolean.compare(Double.isNaN(one), Double.isNaN(other));
    }
}
