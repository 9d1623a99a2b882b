package io.fleetorchestrator.core.placement;

import io.fleetorchestrator.core.outlook.RegionOutlook;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Slots one by one, in the order of {@link PricedSlot}. The first is nearly always taken, so it costs one pass that keeps
 * nothing but the best slot so far. The others are collected and ordered only when a second one is asked for. Valid until
 * the fleet changes.
 */
final class SlotsByCost {

    private final Consumer<SlotSearch.Sink> scan;
    private final SlotQuery query;
    private boolean firstGiven;
    private @Nullable Queue<PricedSlot> others;

    /** @param scan passes every slot to the sink, the same each time */
    SlotsByCost(Consumer<SlotSearch.Sink> scan, SlotQuery query) {
        this.scan = scan;
        this.query = query;
    }

    /** The cheapest slot that was not given yet; empty when there is none. */
    Optional<CandidateSlot> next() {
        var next = firstGiven ? others().poll() : cheapest();
        firstGiven = true;
        return Optional.ofNullable(next).map(priced -> priced.slot(query));
    }

    private @Nullable PricedSlot cheapest() {
        var cheapest = new Cheapest();
        scan.accept(cheapest);
        return cheapest.slot();
    }

    private Queue<PricedSlot> others() {
        if (others == null) {
            var queue = new PriorityQueue<PricedSlot>();
            scan.accept((outlook, startHour, cost) -> queue.add(new PricedSlot(outlook, startHour, cost)));
            // This is the one that was given first.
            queue.poll();
            others = queue;
        }
        return others;
    }

    /** Keeps plain figures, because most fleets have far more slots than are worth an object each. */
    private static final class Cheapest implements SlotSearch.Sink {

        private @Nullable RegionOutlook best;
        private long bestStart;
        private double bestCost;

        @Override
        public void accept(RegionOutlook outlook, long startHour, double cost) {
            // Regions come in the order of their names, so the first of equals stays. The very first slot is taken
            // whatever it costs, because the cost must not decide whether there is one.
            if (best == null || PricedSlot.compare(cost, startHour, bestCost, bestStart) < 0) {
                best = outlook;
                bestStart = startHour;
                bestCost = cost;
            }
        }

        @Nullable
        PricedSlot slot() {
            return best == null ? null : new PricedSlot(best, bestStart, bestCost);
        }
    }
}
