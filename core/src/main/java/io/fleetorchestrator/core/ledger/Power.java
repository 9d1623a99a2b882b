package io.fleetorchestrator.core.ledger;

/**
 * Electric power in whole milliwatts: sums of it are exact, so giving back restores what was there before to the last bit.
 */
public record Power(long milliwatts) {

    private static final double PER_MEGAWATT = 1e9;

    /** Nothing that this system places comes near; sums of many stay far from overflow. */
    public static final double MAX_MW = 10_000;

    public static Power ofMegawatts(double megawatts) {
        return new Power(Math.round(megawatts * PER_MEGAWATT));
    }

    public double megawatts() {
        return megawatts(milliwatts);
    }

    static double megawatts(long milliwatts) {
        return milliwatts / PER_MEGAWATT;
    }
}
