package io.fleetorchestrator.scheduler.metrics;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Ranges in which margins are counted: histograms of Micrometer have no negative values, but margins may be negative. */
final class MarginRange {

    /** The boundaries of the risk levels, and a few more on both sides. */
    private static final NavigableMap<Double, String> FROM = new TreeMap<>(Map.of(
            Double.NEGATIVE_INFINITY,
            "below -10",
            -10.0,
            "-10 to -5",
            -5.0,
            "-5 to -2",
            -2.0,
            "-2 to 0",
            0.0,
            "0 to 2",
            2.0,
            "2 to 5",
            5.0,
            "5 to 10",
            10.0,
            "above 10"));

    private MarginRange() {}

    static String of(double marginC) {
        return FROM.floorEntry(marginC).getValue();
    }
}
