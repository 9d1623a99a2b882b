package io.fleetorchestrator.core.placement;

/** The maximum of every window of a fixed width, in one pass; scratch space is kept between calls. */
final class SlidingMaximum {

    private int[] queue = new int[0];

    /** Writes to {@code out[i]} the maximum of {@code values[first + i …]} over {@code width} values. */
    void over(double[] values, int first, int windows, int width, double[] out) {
        if (queue.length < values.length) {
            queue = new int[values.length];
        }
        int head = 0;
        int tail = 0;
        for (int index = first; index < first + windows + width - 1; index++) {
            // An earlier value that is no larger can never be a maximum again.
            while (tail > head && values[queue[tail - 1]] <= values[index]) {
                tail--;
            }
            queue[tail++] = index;
            int start = index - width + 1;
            if (queue[head] < start) {
                head++;
            }
            if (start >= first) {
                out[start - first] = values[queue[head]];
            }
        }
    }
}
