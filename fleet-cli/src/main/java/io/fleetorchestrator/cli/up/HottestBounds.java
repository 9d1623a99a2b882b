package io.fleetorchestrator.cli.up;

import io.fleetorchestrator.runtime.text.Visible;
import io.fleetorchestrator.schemas.contract.HourInterval;
import io.fleetorchestrator.schemas.contract.RegionForecast;
import java.util.Comparator;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The highest bound of each region's next day as a short text, the hottest region first. */
final class HottestBounds {

    /** As many as fit on one line. */
    private static final int REGIONS_SHOWN = 4;

    private HottestBounds() {}

    static String of(Iterable<RegionForecast> forecasts) {
        return StreamSupport.stream(forecasts.spliterator(), false)
                .sorted(Comparator.comparingDouble(
                                (RegionForecast forecast) -> highest(forecast).orElse(Double.MAX_VALUE))
                        .reversed())
                .limit(REGIONS_SHOWN)
                .map(HottestBounds::words)
                .collect(Collectors.joining(", ", "", " °C"));
    }

    private static String words(RegionForecast forecast) {
        var highest = highest(forecast);
        return Visible.text(forecast.getRegion()) + " "
                + (highest.isPresent() ? String.format(Locale.ROOT, "%.1f", highest.getAsDouble()) : "none yet");
    }

    private static OptionalDouble highest(RegionForecast forecast) {
        return forecast.getTemperature().getHours().stream()
                .map(HourInterval::getUpperOneSided)
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .max();
    }
}
