package io.fleetorchestrator.core.calibration;

/** How far the bounds stand from a point forecast; NaN while there are none. */
public record Margins(double lower, double upper, double upperOneSided) {

    /** What a forecast carries that was issued while warming up. */
    public static final Margins NONE = new Margins(Double.NaN, Double.NaN, Double.NaN);

    public boolean known() {
        return !Double.isNaN(upperOneSided);
    }
}
