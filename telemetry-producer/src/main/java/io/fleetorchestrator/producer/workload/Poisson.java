package io.fleetorchestrator.producer.workload;

/** Draws from the Poisson distribution. */
final class Poisson {

    private Poisson() {}

    /** How many events a uniform draw stands for when this many are expected. */
    static int inverse(double mean, double uniform) {
        double term = StrictMath.exp(-mean);
        double sum = term;
        int count = 0;
        // Far out in the tail the terms vanish and the sum may stay a hair below 1.
        while (sum < uniform && term > 0) {
            count++;
            term *= mean / count;
            sum += term;
        }
        return count;
    }
}
