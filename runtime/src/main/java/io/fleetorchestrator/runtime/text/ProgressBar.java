package io.fleetorchestrator.runtime.text;

/** A progress bar as text. */
public final class ProgressBar {

    /** Leaves columns for numbers on a terminal of 80. */
    private static final int WIDTH = 20;

    private ProgressBar() {}

    /** The bar for a share, which is limited to 0 to 1. */
    public static String of(double share) {
        int full = (int) Math.round(Math.max(0, Math.min(1, share)) * WIDTH);
        return "█".repeat(full) + "░".repeat(WIDTH - full);
    }
}
