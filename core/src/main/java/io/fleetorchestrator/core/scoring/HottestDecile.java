package io.fleetorchestrator.core.scoring;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Decides whether an hour is hotter than nine tenths of the hours before it.
 *
 * <p>The threshold comes from a uniform sample of the past in bounded space, so it never looks ahead. A hash of the hour
 * decides what is sampled, so two runs over the same hours agree.
 */
final class HottestDecile {

    static final int SAMPLE = 256;
    static final int BYTES = Long.BYTES + SAMPLE * Float.BYTES;

    /** Two days: before that, a tenth of the hours is too few to be a threshold. */
    private static final int MIN_SEEN = 48;

    private static final double DECILE = 0.9;

    private final float[] sample = new float[SAMPLE];
    private long seen;

    /** Whether the value is above nine tenths of the values before it. */
    boolean isHot(double value) {
        return seen >= MIN_SEEN && value > threshold();
    }

    private double threshold() {
        int known = (int) Math.min(seen, SAMPLE);
        float[] sorted = Arrays.copyOf(sample, known);
        Arrays.sort(sorted);
        return sorted[(int) (DECILE * known)];
    }

    /** Adds the value to the sample with the probability that keeps the sample uniform over all values so far. */
    void learn(long hour, double value) {
        long slot = seen < SAMPLE ? seen : Math.floorMod(mixed(hour), seen + 1);
        if (slot < SAMPLE) {
            sample[(int) slot] = (float) value;
        }
        seen++;
    }

    /** Spreads neighbouring hours over all longs (the finaliser of SplitMix64). */
    private static long mixed(long hour) {
        long bits = (hour ^ (hour >>> 30)) * 0xBF58476D1CE4E5B9L;
        bits = (bits ^ (bits >>> 27)) * 0x94D049BB133111EBL;
        return bits ^ (bits >>> 31);
    }

    void writeTo(ByteBuffer out) {
        out.putLong(seen);
        out.asFloatBuffer().put(sample);
        out.position(out.position() + sample.length * Float.BYTES);
    }

    static HottestDecile readFrom(ByteBuffer in) {
        var threshold = new HottestDecile();
        threshold.seen = in.getLong();
        for (int i = 0; i < SAMPLE; i++) {
            threshold.sample[i] = in.getFloat();
        }
        return threshold;
    }
}
