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
        return cheapest.best;
    }

    private Queue<PricedSlot> others() {
        if (others == null) {
            var queue = new PriorityQueue<PricedSlot>();
            scan.accept((outlook, start, cost) -> queue.add(new PricedSlot(outlook, start, cost)));
            // This is the one that was given first.
            queue.poll();
            others = queue;
        }
        return others;
    }

    private static final class Cheapest implements SlotSearch.Sink {

        private @Nullable PricedSlot best;

        @Override
        public void accept(RegionOutlook outlook, int start, double cost) {
            // The first slot is taken at any cost: how much slots cost must not decide whether there is one.
            if (best == null || PricedSlot.isBefore(outlook, start, cost, best)) {
                best = new PricedSlot(outlook, start, cost);
            }
        }
    }
}
