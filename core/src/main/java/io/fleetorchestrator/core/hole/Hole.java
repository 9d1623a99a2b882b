package io.fleetorchestrator.core.hole;

import org.jspecify.annotations.Nullable;

/** Converts values that may be unknown between calculations and records. */
public final class Hole {

    private Hole() {}

    /** The value as a record holds it: absent if it is not a finite number. */
    public static @Nullable Double toNull(double value) {
        return Double.isFinite(value) ? (Double) value : null;
    }

    /** The value as calculations need it: NaN if it is absent. */
    public static double toNaN(@Nullable Double value) {
        return value == null ? Double.NaN : value;
    }
}
