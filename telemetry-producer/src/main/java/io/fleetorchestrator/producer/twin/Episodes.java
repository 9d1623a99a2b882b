package io.fleetorchestrator.producer.twin;

import io.fleetorchestrator.producer.random.SeededRandom;

/** Rare episodes of a few days, at most one in each period of 20 days: heat waves, wind lulls. */
final class Episodes {

    private static final int STRETCH_HOURS = 20 * 24;
    private static final int SHORTEST_HOURS = 3 * 24;
    private static final int LONGEST_HOURS = 8 * 24;
    private static final double STRETCHES_PER_YEAR = 365.25 * 24 / STRETCH_HOURS;

    private final SeededRandom happens;
    private final SeededRandom starts;
    private final SeededRandom lasts;
    private final double chance;

    Episodes(SeededRandom random, double perYear) {
        this.happens = random.about("happens");
        this.starts = random.about("starts");
        this.lasts = random.about("lasts");
        this.chance = perYear / STRETCHES_PER_YEAR;
    }

    /** The strength of the episode in this hour: 0 outside, rising smoothly to 1 in its middle. */
    double strengthAt(long hour) {
        long stretch = Math.floorDiv(hour, STRETCH_HOURS);
        if (happens.uniform(stretch) >= chance) {
            return 0;
        }
        double length = SHORTEST_HOURS + lasts.uniform(stretch) * (LONGEST_HOURS - SHORTEST_HOURS);
        double start = starts.uniform(stretch) * (STRETCH_HOURS - length);
        double share = (Math.floorMod(hour, STRETCH_HOURS) - start) / length;
        return share <= 0 || share >= 1 ? 0 : (1 - StrictMath.cos(2 * Math.PI * share)) / 2;
    }
}
