package io.fleetorchestrator.core.forecast;

import static org.assertj.core.api.BDDAssertions.then;

import io.fleetorchestrator.core.features.RegionHistory;
import io.fleetorchestrator.schemas.contract.HourlyFeatures;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Tests for every {@link PointForecaster} of temperature. Extend it in the module of the forecaster. */
public abstract class PointForecasterContract {

    private static final long MONDAY = Instant.parse("2025-01-06T00:00:00Z").getEpochSecond() / 3600;

    protected abstract PointForecaster forecaster();

    @Test
    void nameIsNeverBlank() {
        then(forecaster().modelId()).isNotBlank();
    }

    @Test
    void anEmptyHistoryGivesNoForecast() {
        then(forecast(RegionHistory.empty(), 24)).containsOnly(Double.NaN);
    }

    @Test
    void aFullHistoryGivesAForecastOfEveryHour() {
        then(forecast(history(192, -1), 24)).doesNotContain(Double.NaN);
    }

    @Test
    void theSameHistoryGivesTheSameForecast() {
        then(forecast(history(192, -1), 24)).isEqualTo(forecast(history(192, -1), 24));
    }

    @Test
    void aSteadyDayIsForecastToRepeat() {
        double[] forecast = forecast(history(192, -1), 24);

        for (int horizon = 1; horizon <= 24; horizon++) {
            then(forecast[horizon - 1]).isBetween(steady(191 + horizon) - 3, steady(191 + horizon) + 3);
        }
    }

    @Test
    void theHistoryIsNotChanged() {
        var history = history(192, -1);

        forecast(history, 24);

        then(forecast(history, 24)).isEqualTo(forecast(history(192, -1), 24));
    }

    @Test
    void aHoleInTheHistoryDoesNotAffectAllHours() {
        double[] forecast = forecast(history(192, 175), 24);

        then(Arrays.stream(forecast).filter(Double::isNaN).count()).isLessThanOrEqualTo(1);
    }

    protected final double[] forecast(RegionHistory history, int horizons) {
        var out = new double[horizons];
        forecaster().forecast(new ForecastInput(history), out);
        return out;
    }

    protected static RegionHistory history(int hours, int hole) {
        var history = RegionHistory.empty();
        for (int at = 0; at < hours; at++) {
            if (at != hole) {
                history.add(hour(at, steady(at)));
            }
        }
        return history;
    }

    protected static HourlyFeatures hour(long at, double temperature) {
        return HourlyFeatures.newBuilder()
                .setRegion("arizona")
                .setHourStart(Instant.ofEpochSecond((MONDAY + at) * 3600))
                .setReadings(1)
                .setTemperatureC(temperature)
                .build();
    }

    protected static double steady(long at) {
        return 20 + 8 * Math.cos(2 * Math.PI * (at - 15) / 24.0);
    }
}
