package io.fleetorchestrator.core.forecast;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.within;

import io.fleetorchestrator.core.features.Measurement;
import org.junit.jupiter.api.Test;

class SeasonalNaiveTest extends PointForecasterContract {

    @Override
    protected PointForecaster forecaster() {
        return new SeasonalNaive(Measurement.TEMPERATURE);
    }

    @Test
    void repeatsYesterday() {
        then(forecast(history(192, -1), 24)[4]).isCloseTo(steady(172), within(1e-5));
    }

    @Test
    void repeatsTheNewestDayForLaterDays() {
        double[] forecast = forecast(history(192, -1), 72);

        then(forecast[24 + 4]).isEqualTo(forecast[4]);
        then(forecast[48 + 4]).isEqualTo(forecast[4]);
    }

    @Test
    void usesTheDayBeforeIfYesterdayHasAHole() {
        then(forecast(history(192, 170), 24)[2]).isCloseTo(steady(146), within(1e-5));
    }

    @Test
    void hasNoForecastIfBothDaysHaveAHole() {
        then(forecast(history(20, -1), 24)[0]).isNaN();
    }
}
