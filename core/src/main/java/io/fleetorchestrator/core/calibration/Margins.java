package io.fleetorchestrator.core.calibration;

/** Distances of the bounds from a point forecast; NaN while there are none. */
public record Margins(double lower, double upper, double upperOneSided) {

    /** The margins of a forecast that was issued while warming up. */
    public static final Margins NONE = new Margins(Double.NaN, Double.NaN, Double.NaN);

    public boolean known() {
        return !Double.isNaN(upperOneSided);
    }
}
