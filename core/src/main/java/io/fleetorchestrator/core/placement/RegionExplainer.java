package io.fleetorchestrator.core.placement;

import io.fleetorchestrator.core.outlook.HourlyForecast;
import io.fleetorchestrator.core.outlook.RegionOutlook;
import io.fleetorchestrator.schemas.contract.ForecastStatus;
import io.fleetorchestrator.schemas.contract.Reason;
import java.util.Optional;
import java.util.function.Supplier;

/** Finds out why one region has no slot for a request. Owned by one thread. */
final class RegionExplainer {

    private final SlotExplainer slots;

    RegionExplainer(SlotRules rules) {
        slots = new SlotExplainer(rules);
    }

    Explanation explain(FleetRegion region, RegionFilter filter, SlotQuery query) {
        if (!filter.isNear(region)) {
            return Explanation.of(RegionReasons.tooFar(region.name(), filter.latencyMs(region), filter.maxLatencyMs()));
        }
        return region.outlook()
                .map(outlook -> explain(outlook, filter, query))
                .orElseGet(() -> Explanation.of(ForecastReasons.none(region.name())));
    }

    private Explanation explain(RegionOutlook outlook, RegionFilter filter, SlotQuery query) {
        return forecastProblem(outlook.region(), outlook.forecast(), filter)
                .map(Explanation::of)
                .orElseGet(() -> slots.explain(outlook, query));
    }

    private static Optional<Reason> forecastProblem(String region, HourlyForecast forecast, RegionFilter filter) {
        return uncalibrated(region, "TEMPERATURE", forecast.temperatureStatus(), forecast)
                .or(() -> uncalibrated(region, "IT_LOAD", forecast.itLoadStatus(), forecast))
                .or(() -> unless(
                        filter.isConfident(forecast),
                        () -> ForecastReasons.lowConfidence(
                                region, forecast.confidence(), filter.policy().getConfidence())))
                .or(() -> unless(filter.isFresh(forecast), () -> ForecastReasons.stale(region, forecast, filter)));
    }

    private static Optional<Reason> uncalibrated(
            String region, String signal, ForecastStatus status, HourlyForecast forecast) {
        return switch (status) {
            case CALIBRATED -> Optional.empty();
            case WARMING_UP ->
                Optional.of(ForecastReasons.warmingUp(
                        region, signal, forecast.calibrationSize(), scoresNeeded(forecast.confidence())));
            case NO_FORECAST -> Optional.of(ForecastReasons.none(region, signal));
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
