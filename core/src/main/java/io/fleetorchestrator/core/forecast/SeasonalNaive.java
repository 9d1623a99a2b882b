package io.fleetorchestrator.core.forecast;

import static io.fleetorchestrator.core.time.EpochHours.DAY;

import io.fleetorchestrator.core.features.Measurement;
import io.fleetorchestrator.core.features.RegionHistory;
import io.fleetorchestrator.core.time.EpochHours;

/** The same hour of the newest known day: what serves until a model exists, and what every model must beat. */
public final class SeasonalNaive implements PointForecaster {

    /** The model id of every forecast made without a model. */
    public static final String MODEL_ID = "seasonal-naive";

    /** After two days a day is a poor guide to another. */
    private static final int DAYS_LOOKED_BACK = 2;

    private final Measurement signal;

    public SeasonalNaive(Measurement signal) {
        this.signal = signal;
    }

    @Override
    public String modelId() {
        return MODEL_ID;
    }

    @Override
    public void forecast(RegionHistory history, double[] out) {
        for (int horizon = 1; horizon <= out.length; horizon++) {
            out[horizon - 1] = sameHourOfNewestDay(history, horizon);
        }
    }

    /** Behind a hole lies the day before: one lost hour must not cost a region its forecast for a day. */
    private double sameHourOfNewestDay(RegionHistory history, int horizon) {
        int newest = EpochHours.daysCovering(horizon);
        for (int days = newest; days < newest + DAYS_LOOKED_BACK; days++) {
            double value = history.at(signal, days * DAY - horizon);
            if (!Double.isNaN(value)) {
                return value;
            }
        }
        return Double.NaN;
    }
}
