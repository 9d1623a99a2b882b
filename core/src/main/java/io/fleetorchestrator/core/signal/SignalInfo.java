package io.fleetorchestrator.core.signal;

import io.fleetorchestrator.schemas.contract.HourlyFeatures;
import io.fleetorchestrator.schemas.contract.RegionForecast;
import io.fleetorchestrator.schemas.contract.Signal;
import io.fleetorchestrator.schemas.contract.SignalForecast;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A signal that is forecast: its unit, and where records hold it. */
public final class SignalInfo {

    public static final SignalInfo TEMPERATURE =
            new SignalInfo(Signal.TEMPERATURE, "°C", HourlyFeatures::getTemperatureC, RegionForecast::getTemperature);
    public static final SignalInfo IT_LOAD =
            new SignalInfo(Signal.IT_LOAD, "MW", HourlyFeatures::getItLoadMw, RegionForecast::getItLoad);
    public static final SignalInfo CARBON =
            new SignalInfo(Signal.CARBON, "g/kWh", HourlyFeatures::getCarbonGPerKwh, RegionForecast::getCarbon);
    public static final SignalInfo WATER =
            new SignalInfo(Signal.WATER, "L/kWh", HourlyFeatures::getWaterLPerKwh, RegionForecast::getWater);

    private static final List<SignalInfo> ALL = List.of(TEMPERATURE, IT_LOAD, CARBON, WATER);

    private final Signal signal;
    private final String unit;
    private final Function<HourlyFeatures, @Nullable Double> measured;
    private final Function<RegionForecast, SignalForecast> forecast;

    private SignalInfo(
            Signal signal,
            String unit,
            Function<HourlyFeatures, @Nullable Double> measured,
            Function<RegionForecast, SignalForecast> forecast) {
        this.signal = signal;
        this.unit = unit;
        this.measured = measured;
        this.forecast = forecast;
    }

    /** All signals that are forecast, in the order of the contract. */
    public static List<SignalInfo> all() {
        return ALL;
    }

    /** The signal with this name in the contract; empty for {@code UNKNOWN}. */
    public static Optional<SignalInfo> of(Signal signal) {
        return ALL.stream().filter(info -> info.signal == signal).findFirst();
    }

    public Signal signal() {
        return signal;
    }

    public String unit() {
        return unit;
    }

    /** The name in lower case, as labels of metrics and ids of models have it. */
    public String label() {
        return signal.name().toLowerCase(Locale.ROOT);
    }

    /** The mean of a closed hour; null for a hole. */
    public @Nullable Double measuredIn(HourlyFeatures hour) {
        return measured.apply(hour);
    }

    public SignalForecast forecastIn(RegionForecast forecastOfRegion) {
        return forecast.apply(forecastOfRegion);
    }
}
