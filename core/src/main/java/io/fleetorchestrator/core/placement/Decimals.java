package io.fleetorchestrator.core.placement;

/** Figures for people. Written by hand because every blocked request needs some, and formatters are slow. */
final class Decimals {

    private Decimals() {}

    /** Two decimals, always with a point. */
    static String two(double value) {
        if (!Double.isFinite(value) || Math.abs(value) > 1e15) {
            return Double.toString(value);
        }
        long hundredths = Math.round(Math.abs(value) * 100);
        long rest = hundredths % 100;
        return (value < 0 && hundredths > 0 ? "-" : "") + hundredths / 100 + (rest < 10 ? ".0" : ".") + rest;
    }
}
