package io.fleetorchestrator.core.thermal;

/**
 * How the load that we place heats a region, linearly: the full capacity adds {@code coupling} degrees.
 *
 * @param limitC the highest allowed temperature
 * @param perMwC degrees Celsius that each placed megawatt adds
 */
public record ThermalCoupling(double limitC, double perMwC) {

    /** A region whose full capacity would add {@code heatCouplingC} degrees. */
    public static ThermalCoupling of(double limitC, double heatCouplingC, double capacityMw) {
        return new ThermalCoupling(limitC, heatCouplingC / capacityMw);
    }

    /**
     * The bound without the requested workload: the forecast bound and the heat of committed load, less the heat that
     * the forecast already saw.
     */
    public double ambientC(double upperC, double committedMw, double flexibleMwAtIssue) {
        return upperC + perMwC * (committedMw - flexibleMwAtIssue);
    }

    /**
     * The bound with the workload. It is a sum with the ambient bound, so that it grows with it even in floating point: the
     * hottest hour of a window is then the same for every power.
     */
    public double boundC(double ambientC, double powerMw) {
        return ambientC + perMwC * powerMw;
    }

    /** Whether the bound is within the limit; a bound equal to the limit is. */
    public boolean withstands(double boundC) {
        return boundC <= limitC;
    }

    /** Degrees left below the limit. */
    public double marginC(double boundC) {
        return limitC - boundC;
    }
}
