package io.fleetorchestrator.core.placement;

import static io.fleetorchestrator.core.placement.Decimals.two;

import io.fleetorchestrator.core.outlook.HourlyForecast;
import io.fleetorchestrator.core.time.EpochHours;
import io.fleetorchestrator.schemas.contract.Reason;
import io.fleetorchestrator.schemas.contract.ReasonCode;

/** Why a region cannot be used because its forecast is missing, incomplete or not reliable. */
final class ForecastReasons {

    private ForecastReasons() {}

    static Reason none(String region) {
        return ReasonBuilder.in(region, ReasonCode.NO_FORECAST).withText(region + ": there is no forecast");
    }

    static Reason none(String region, String signal) {
        return ReasonBuilder.in(region, ReasonCode.NO_FORECAST)
                .withText(region + ": there is no forecast of " + signal);
    }

    static Reason hole(String region, long hour, String missing) {
        return ReasonBuilder.in(region, ReasonCode.NO_FORECAST)
                .at(hour)
                .withText(region + " at " + EpochHours.start(hour) + ": the forecast has no " + missing);
    }

    static Reason lowConfidence(String region, double confidence, double needed) {
        return ReasonBuilder.in(region, ReasonCode.NO_FORECAST)
                .figures(needed, confidence)
                .withText(region + ": the forecast is calibrated to a confidence of " + confidence
                        + ", the fleet requires " + needed);
    }

    static Reason warmingUp(String region, String signal, int scores, long needed) {
        return ReasonBuilder.in(region, ReasonCode.FORECAST_WARMING_UP)
                .figures((double) needed, scores)
                .withText(region + ": the forecast of " + signal + " has " + scores + " of the " + needed
                        + " calibration scores that it needs for every hour");
    }

    static Reason stale(String region, HourlyForecast forecast, RegionFilter filter) {
        int mostMinutes = filter.policy().getStaleAfterMinutes();
        double age = filter.age(forecast).toSeconds() / 60.0;
        return ReasonBuilder.in(region, ReasonCode.FORECAST_STALE)
                .figures(mostMinutes, age)
                .withText(region + ": the last forecast was issued at " + forecast.issuedAt() + ", " + two(age)
                        + " min ago, the fleet allows at most " + mostMinutes + " min");
    }

    static Reason beyondHorizon(String region, HourlyForecast forecast, SlotQuery query) {
        long end = query.earliestStart() + query.hours();
        return ReasonBuilder.in(region, ReasonCode.BEYOND_HORIZON)
                .at(query.earliestStart())
                .figures((double) (end - forecast.firstHour()), forecast.horizon())
                .withText(region + ": the forecast ends at "
                        + EpochHours.start(forecast.firstHour() + forecast.horizon())
                        + ", the workload could end at " + EpochHours.start(end) + " at the earliest");
    }
}
