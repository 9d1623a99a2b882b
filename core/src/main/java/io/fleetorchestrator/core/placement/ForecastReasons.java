package io.fleetorchestrator.core.placement;

import static io.fleetorchestrator.core.placement.Decimals.two;

import io.fleetorchestrator.core.outlook.HourlyForecast;
import io.fleetorchestrator.core.time.EpochHours;
import io.fleetorchestrator.schemas.contract.Reason;
import io.fleetorchestrator.schemas.contract.ReasonCode;

/** Why a region is out of the question because too little is known of its future. */
final class ForecastReasons {

    private ForecastReasons() {}

    static Reason none(String region, String needed) {
        return Cause.in(region, ReasonCode.NO_FORECAST).told(region + ": " + needed + " is needed, there is none");
    }

    static Reason hole(String region, long hour, String needed) {
        return Cause.in(region, ReasonCode.NO_FORECAST)
                .at(hour)
                .told(region + ": " + needed + " is needed at " + EpochHours.start(hour) + ", there is a hole");
    }

    static Reason lowConfidence(String region, double confidence, double needed) {
        return Cause.in(region, ReasonCode.NO_FORECAST)
                .figures(needed, confidence)
                .told(region + ": a forecast calibrated to a confidence of " + needed + " is needed, there is one of "
                        + confidence);
    }

    static Reason warmingUp(String region, String signal, int scores, long needed) {
        return Cause.in(region, ReasonCode.FORECAST_WARMING_UP)
                .figures((double) needed, scores)
                .told(region + ": " + needed + " calibration scores of " + signal
                        + " are needed for every hour, there are " + scores);
    }

    static Reason stale(String region, HourlyForecast forecast, Conditions conditions) {
        int mostMinutes = conditions.policy().getStaleAfterMinutes();
        double age = conditions.age(forecast).toSeconds() / 60.0;
        return Cause.in(region, ReasonCode.FORECAST_STALE)
                .figures(mostMinutes, age)
                .told(region + ": a forecast of at most " + mostMinutes
                        + " min of age is needed, the last one was issued at " + forecast.issuedAt() + ", " + two(age)
                        + " min ago");
    }

    static Reason beyondHorizon(String region, HourlyForecast forecast, Ask ask) {
        long end = ask.earliestStart() + ask.hours();
        return Cause.in(region, ReasonCode.BEYOND_HORIZON)
                .at(ask.earliestStart())
                .figures((double) (end - forecast.firstHour()), forecast.horizon())
                .told(region + ": a forecast until " + EpochHours.start(end) + " is needed, it reaches until "
                        + EpochHours.start(forecast.firstHour() + forecast.horizon()));
    }
}
