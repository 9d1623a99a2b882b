package io.fleetorchestrator.core.placement;

import static io.fleetorchestrator.core.placement.Decimals.two;

import io.fleetorchestrator.core.outlook.HourlyForecast;
import io.fleetorchestrator.core.time.EpochHours;
import io.fleetorchestrator.schemas.contract.Reason;
import io.fleetorchestrator.schemas.contract.ReasonCode;

/** Why a region cannot be used because its forecast is missing, incomplete or not reliable. */
final class ForecastReasons {

    private ForecastReasons() {}

    static Reason none(String region, String needed) {
        return ReasonBuilder.in(region, ReasonCode.NO_FORECAST)
                .withText(region + ": " + needed + " is needed, there is none");
    }

    static Reason hole(String region, long hour, String needed) {
        return ReasonBuilder.in(region, ReasonCode.NO_FORECAST)
                .at(hour)
                .withText(region + ": " + needed + " is needed at " + EpochHours.start(hour) + ", there is a hole");
    }

    static Reason lowConfidence(String region, double confidence, double needed) {
        return ReasonBuilder.in(region, ReasonCode.NO_FORECAST)
                .figures(needed, confidence)
                .withText(region + ": a forecast calibrated to a confidence of " + needed
                        + " is needed, there is one of " + confidence);
    }

    static Reason warmingUp(String region, String signal, int scores, long needed) {
        return ReasonBuilder.in(region, ReasonCode.FORECAST_WARMING_UP)
                .figures((double) needed, scores)
                .withText(region + ": " + needed + " calibration scores of " + signal
                        + " are needed for every hour, there are " + scores);
    }

    static Reason stale(String region, HourlyForecast forecast, RegionFilter filter) {
        int mostMinutes = filter.policy().getStaleAfterMinutes();
        double age = filter.age(forecast).toSeconds() / 60.0;
        return ReasonBuilder.in(region, ReasonCode.FORECAST_STALE)
                .figures(mostMinutes, age)
                .withText(region + ": a forecast of at most " + mostMinutes
                        + " min of age is needed, the last one was issued at " + forecast.issuedAt() + ", " + two(age)
                        + " min ago");
    }

    static Reason beyondHorizon(String region, HourlyForecast forecast, SlotQuery query) {
        long end = query.earliestStart() + query.hours();
        return ReasonBuilder.in(region, ReasonCode.BEYOND_HORIZON)
                .at(query.earliestStart())
                .figures((double) (end - forecast.firstHour()), forecast.horizon())
                .withText(region + ": a forecast until " + EpochHours.start(end) + " is needed, it reaches until "
                        + EpochHours.start(forecast.firstHour() + forecast.horizon()));
    }
}
