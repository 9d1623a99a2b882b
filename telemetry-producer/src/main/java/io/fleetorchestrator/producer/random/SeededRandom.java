package io.fleetorchestrator.producer.random;

/**
 * Random numbers that are a function of their purpose instead of drawn in sequence, so that any instant of any region can
 * be computed on its own, always with the same result.
 */
public final class SeededRandom {

    /** The fractional part of the golden ratio: the increment of SplitMix64. */
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private static final double UNIT_53 = 0x1.0p-53;
    private static final double UNIT_16 = 0x1.0p-16;

    private final long seed;

    private SeededRandom(long seed) {
        this.seed = seed;
    }

    /** The numbers of one thing, such as a region, for this seed. */
    public static SeededRandom of(long seed, String thing) {
        return new SeededRandom(mix(seed) ^ hash(thing));
    }

    /** The numbers of one aspect of that thing, independent of all other aspects. */
    public SeededRandom about(String aspect) {
        return new SeededRandom(mix(seed) ^ hash(aspect));
    }

    /** Uniform in [0, 1). */
    public double uniform(long index) {
        return (bits(index, 0) >>> 11) * UNIT_53;
    }

    /**
     * Normal with mean 0 and variance 1, as the sum of twelve uniforms: never beyond 6, and made of additions only, so
     * every machine gets the same bits.
     */
    public double normal(long index) {
        double sum = sixteenths(bits(index, 1)) + sixteenths(bits(index, 2)) + sixteenths(bits(index, 3));
        // Each of the twelve is half a step low, being rounded down.
        return sum + 12 * UNIT_16 / 2 - 6;
    }

    private static double sixteenths(long bits) {
        long sum = (bits & 0xFFFF) + (bits >>> 16 & 0xFFFF) + (bits >>> 32 & 0xFFFF) + (bits >>> 48);
        return sum * UNIT_16;
    }

    private long bits(long index, int draw) {
        return mix(seed + GOLDEN * (4 * index + draw));
    }

    private static long hash(String text) {
        long hash = 0;
        for (int i = 0; i < text.length(); i++) {
            hash = mix(hash + text.charAt(i));
        }
        return hash;
    }

    /** The finaliser of SplitMix64: one bit changed in, half of the bits changed out. */
    private static long mix(long z) {
        long step = z + GOLDEN;
        step = (step ^ step >>> 30) * 0xBF58476D1CE4E5B9L;
        step = (step ^ step >>> 27) * 0x94D049BB133111EBL;
        return step ^ step >>> 31;
    }
}
