package io.fleetorchestrator.core.placement;

import io.fleetorchestrator.core.outlook.HourlyForecast;
import io.fleetorchestrator.core.outlook.RegionOutlook;
import io.fleetorchestrator.schemas.contract.ForecastStatus;
import io.fleetorchestrator.schemas.contract.Reason;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Finds out why one region has no slot for an ask: what to tell, and the least bad slot to show. */
final class RegionInquiry {

    /** What was found: the causes, and the slot that came nearest where one could be computed. */
    record Finding(List<Reason> reasons, Optional<CandidateSlot> leastBad) {

        static Finding of(Reason reason) {
            return new Finding(List.of(reason), Optional.empty());
        }
    }

    private final SlotInquiry slots = new SlotInquiry();

    Finding ask(FleetRegion region, Conditions conditions, Ask ask) {
        if (!conditions.near(region)) {
            return Finding.of(
                    SlotReasons.tooFar(region.name(), conditions.latencyMs(region), conditions.maxLatencyMs()));
        }
        return region.outlook()
                .map(outlook -> ask(outlook, conditions, ask))
                .orElseGet(() -> Finding.of(ForecastReasons.none(region.name(), "a forecast")));
    }

    private Finding ask(RegionOutlook outlook, Conditions conditions, Ask ask) {
        return mistrust(outlook.region(), outlook.forecast(), conditions)
                .map(Finding::of)
                .orElseGet(() -> slots.ask(outlook, ask));
    }

    private static Optional<Reason> mistrust(String region, HourlyForecast forecast, Conditions conditions) {
        return uncalibrated(region, "TEMPERATURE", forecast.temperatureStatus(), forecast)
                .or(() -> uncalibrated(region, "IT_LOAD", forecast.itLoadStatus(), forecast))
                .or(() -> unless(
                        conditions.confident(forecast),
                        () -> ForecastReasons.lowConfidence(
                                region,
                                forecast.confidence(),
                                conditions.policy().getConfidence())))
                .or(() ->
                        unless(conditions.fresh(forecast), () -> ForecastReasons.stale(region, forecast, conditions)));
    }

    private static Optional<Reason> uncalibrated(
            String region, String signal, ForecastStatus status, HourlyForecast forecast) {
        return switch (status) {
            case CALIBRATED -> Optional.empty();
            case WARMING_UP ->
                Optional.of(ForecastReasons.warmingUp(
                        region, signal, forecast.calibrationSize(), scoresNeeded(forecast.confidence())));
            case NO_FORECAST -> Optional.of(ForecastReasons.none(region, "a forecast of " + signal));
        };
    }

    private static Optional<Reason> unless(boolean holds, Supplier<Reason> reason) {
        return holds ? Optional.empty() : Optional.of(reason.get());
    }

    /** The conformal quantile of a two-sided interval exists from here on: 39 scores at 95 %. */
    private static long scoresNeeded(double confidence) {
        double tail = (1 - confidence) / 2;
        return Math.round((1 - tail) / tail);
    }
}
