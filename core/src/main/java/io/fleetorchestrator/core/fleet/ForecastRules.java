package io.fleetorchestrator.core.fleet;

import io.fleetorchestrator.core.input.Culprit;
import io.fleetorchestrator.core.input.InputLimits;
import io.fleetorchestrator.schemas.contract.RegionForecast;
import io.fleetorchestrator.schemas.contract.SignalForecast;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What must hold of a forecast before a fleet takes its time from it. Figures that are not numbers are holes, and holes
 * block by themselves.
 */
public final class ForecastRules {

    /** The longest horizon that a forecaster can be set to. */
    private static final int MAX_HOURS = 168;

    /** Brokers take records an hour ahead of their clocks; a forecast is issued when its hour has closed, not tomorrow. */
    private static final Duration MOST_AHEAD = Duration.ofDays(1);

    private ForecastRules() {}

    /** The first rule that the forecast breaks, with field and value. */
    public static Optional<String> violation(@Nullable String key, RegionForecast forecast, Instant publishedAt) {
        if (!InputLimits.isName(forecast.getRegion())) {
            return wrong("region", forecast.getRegion(), "be " + InputLimits.NAME);
        }
        if (!InputLimits.isName(forecast.getFleet())) {
            return wrong("fleet", forecast.getFleet(), "be " + InputLimits.NAME);
        }
        if (!forecast.getRegion().equals(key)) {
            return wrong(
                    "region", forecast.getRegion(), "equal the record key '" + Culprit.of(String.valueOf(key)) + "'");
        }
        if (!InputLimits.isTime(forecast.getIssuedAt())) {
            return wrong("issuedAt", forecast.getIssuedAt(), "lie within " + InputLimits.TIME);
        }
        if (forecast.getIssuedAt().isAfter(publishedAt.plus(MOST_AHEAD))) {
            return wrong("issuedAt", forecast.getIssuedAt(), "be at most a day after its record, of " + publishedAt);
        }
        return horizons(forecast).or(() -> confidence(forecast));
    }

    private static Optional<String> horizons(RegionForecast forecast) {
        return Stream.of(forecast.getTemperature(), forecast.getItLoad(), forecast.getCarbon(), forecast.getWater())
                .mapToInt(signal -> signal.getHours().size())
                .filter(hours -> hours > MAX_HOURS)
                .boxed()
                .findFirst()
                .flatMap(hours -> wrong("hours", hours + " entries", "have at most " + MAX_HOURS))
                .or(() -> models(forecast));
    }

    private static Optional<String> models(RegionForecast forecast) {
        return Stream.of(forecast.getTemperature(), forecast.getItLoad(), forecast.getCarbon(), forecast.getWater())
                .map(SignalForecast::getModelId)
                .filter(model -> model.length() > InputLimits.MAX_NAME_LENGTH || !Culprit.isPrintable(model))
                .findFirst()
                .flatMap(model ->
                        wrong("modelId", model, "be at most " + InputLimits.MAX_NAME_LENGTH + " characters long"));
    }

    private static Optional<String> confidence(RegionForecast forecast) {
        double confidence = forecast.getConfidence();
        return confidence > 0 && confidence < 1
                ? Optional.empty()
                : wrong("confidence", confidence, "be between 0 and 1");
    }

    private static Optional<String> wrong(String field, Object value, String needed) {
        return Optional.of(field + " is '" + Culprit.of(value) + "' but must " + needed);
    }
}
