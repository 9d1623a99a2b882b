package io.fleetorchestrator.core.outlook;

/**
 * Sums over any window of hours in two reads. The sums are whole numbers of millionths: two windows with the same cost
 * compare as equal, so that the rules break ties and rounding does not.
 */
final class HourlySums {

    private static final double SCALE = 1e6;

    private final long[] before;
    private final int[] holesBefore;

    HourlySums(double[] values) {
        before = new long[values.length + 1];
        holesBefore = new int[values.length + 1];
        for (int hour = 0; hour < values.length; hour++) {
            boolean hole = Double.isNaN(values[hour]);
            before[hour + 1] = before[hour] + (hole ? 0 : Math.round(values[hour] * SCALE));
            holesBefore[hour + 1] = holesBefore[hour] + (hole ? 1 : 0);
        }
    }

    /** The sum over the hours from {@code start} to before {@code end}. */
    double over(int start, int end) {
        return (before[end] - before[start]) / SCALE;
    }

    /** Whether every hour of the window is known. */
    boolean knownOver(int start, int end) {
        return holesBefore[end] == holesBefore[start];
    }
}
