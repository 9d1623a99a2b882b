package io.fleetorchestrator.producer.twin;

import io.fleetorchestrator.producer.random.SeededRandom;

/**
 * A first-order autoregressive series over hours, mean 0, standard deviation 1, kept within 4.
 *
 * <p>A recursion has no start in the middle. Time is therefore divided into blocks, and each block is computed from the
 * start of the one before. What is lost by that is far below the resolution of any sensor, and hours can be computed in any
 * order with the same result. Caches the last block; not thread-safe.
 */
final class PersistentNoise {

    /** With a persistence of at most 0.98, 0.98^512 = 3e-5 of the past is lost. */
    private static final int BLOCK = 512;

    private static final double BOUND = 4;

    private final SeededRandom random;
    private final double persistence;
    private final double innovation;
    private final double[] values = new double[BLOCK];
    private long block = Long.MIN_VALUE;

    PersistentNoise(SeededRandom random, double persistence) {
        this.random = random;
        this.persistence = persistence;
        this.innovation = StrictMath.sqrt(1 - persistence * persistence);
    }

    double at(long hour) {
        long wanted = Math.floorDiv(hour, BLOCK);
        if (wanted != block) {
            compute(wanted);
            block = wanted;
        }
        return values[Math.floorMod(hour, BLOCK)];
    }

    private void compute(long wanted) {
        double value = 0;
        long start = wanted * BLOCK;
        for (long hour = start - BLOCK; hour < start; hour++) {
            value = next(value, hour);
        }
        for (int i = 0; i < BLOCK; i++) {
            value = next(value, start + i);
            values[i] = BOUND * StrictMath.tanh(value / BOUND);
        }
    }

    private double next(double value, long hour) {
        return persistence * value + innovation * random.normal(hour);
    }
}
