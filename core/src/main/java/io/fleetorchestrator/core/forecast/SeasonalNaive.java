package io.fleetorchestrator.core.forecast;

import static io.fleetorchestrator.core.time.EpochHours.DAY;

import io.fleetorchestrator.core.features.Measurement;
import io.fleetorchestrator.core.features.RegionHistory;
import io.fleetorchestrator.core.time.EpochHours;

/** Forecasts the value of the same hour of the newest known day. It is used until there is a model, which must be better. */
public final class SeasonalNaive implements PointForecaster {

    /** The model id of every forecast without a model. */
    public static final String MODEL_ID = "seasonal-naive";

    /** Values that are older than two days are poor forecasts. */
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
    public void forecast(ForecastInput input, double[] out) {
        for (int horizon = 1; horizon <= out.length; horizon++) {
            out[horizon - 1] = sameHourOfNewestDay(input.history(), horizon);
        }
    }

    /** Skips a hole to the day before: one missing hour must not prevent the forecast of that hour for a day. */
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
