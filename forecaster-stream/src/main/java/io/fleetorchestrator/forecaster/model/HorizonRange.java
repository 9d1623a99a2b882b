package io.fleetorchestrator.forecaster.model;

import java.util.ArrayList;
import java.util.List;

/** Horizons that share one set of trees, both ends inclusive: hour by hour at first, then coarser. */
public record HorizonRange(int from, int to) {

    /** The last horizon of each range. Ranges are narrow where accuracy falls fast. */
    private static final int[] ENDS = {1, 2, 4, 8, 16, 24, 48, 96, 168};

    private static final int LONGEST = 168;

    public HorizonRange {
        if (from < 1 || to < from || to > LONGEST) {
            throw new IllegalArgumentException("horizons " + from + " to " + to + " are not within 1 to " + LONGEST);
        }
    }

    /** The ranges that cover 1 to {@code longest}. */
    public static List<HorizonRange> upTo(int longest) {
        var ranges = new ArrayList<HorizonRange>();
        int from = 1;
        for (int end : ENDS) {
            if (from <= longest) {
                ranges.add(new HorizonRange(from, Math.min(end, longest)));
            }
            from = end + 1;
        }
        return List.copyOf(ranges);
    }

    public int size() {
        return to - from + 1;
    }
}
