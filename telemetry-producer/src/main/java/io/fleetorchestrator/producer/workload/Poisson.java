package io.fleetorchestrator.producer.workload;

/** Draws from the Poisson distribution. */
final class Poisson {

    private Poisson() {}

    /** The number of events for a uniform draw, if this many are expected. */
    static int inverse(double mean, double uniform) {
        double term = StrictMath.exp(-mean);
        double sum = term;
        int count = 0;
        // In the far tail the terms vanish, and the sum may stay slightly below 1.
        while (sum < uniform && term > 0) {
            count++;
            term *= mean / count;
            sum += term;
        }
        return count;
    }
}
