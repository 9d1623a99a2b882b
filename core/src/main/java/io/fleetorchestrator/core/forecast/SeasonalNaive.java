package io.fleetorchestrator.core.forecast;

import io.fleetorchestrator.core.features.Quantity;
import io.fleetorchestrator.core.features.RegionHistory;

/** The same hour of the newest known day: what serves until a model exists, and what every model must beat. */
public final class SeasonalNaive implements PointForecaster {

    /** The model id of every forecast made without a model. */
    public static final String MODEL_ID = "seasonal-naive";

    private static final int DAY = 24;

    private final Quantity signal;

    public SeasonalNaive(Quantity signal) {
        this.signal = signal;
    }

    @Override
    public String modelId() {
        return MODEL_ID;
    }

    @Override
    public void forecast(RegionHistory history, double[] out) {
        for (int horizon = 1; horizon <= out.length; horizon++) {
            int days = (horizon + DAY - 1) / DAY;
            out[horizon - 1] = history.at(signal, days * DAY - horizon);
        }
    }
}
