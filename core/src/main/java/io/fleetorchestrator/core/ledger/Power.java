package io.fleetorchestrator.core.ledger;

/**
 * Electric power in whole milliwatts. Sums are exact, so that a release restores the value before the commit exactly.
 */
public record Power(long milliwatts) {

    private static final double PER_MEGAWATT = 1e9;

    /** Far above any placed power, and small enough that sums do not overflow. */
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
