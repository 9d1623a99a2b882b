package io.fleetorchestrator.core.features;

import io.fleetorchestrator.schemas.contract.HourlyFeatures;
import io.fleetorchestrator.schemas.contract.Signal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Something measured every hour in a region. The first four are forecast; the others help to forecast them. */
public enum Quantity {
    TEMPERATURE(Signal.TEMPERATURE),
    IT_LOAD(Signal.IT_LOAD),
    CARBON(Signal.CARBON),
    WATER(Signal.WATER),
    HUMIDITY(Signal.UNKNOWN),
    WIND(Signal.UNKNOWN),
    FLEXIBLE_LOAD(Signal.UNKNOWN);

    private static final List<Quantity> FORECAST = List.of(TEMPERATURE, IT_LOAD, CARBON, WATER);

    private final Signal signal;

    Quantity(Signal signal) {
        this.signal = signal;
    }

    /** The quantities that are forecast, in the order of the contract. */
    public static List<Quantity> forecast() {
        return FORECAST;
    }

    /** The quantity that a signal of the contract speaks of. */
    public static Optional<Quantity> of(Signal signal) {
        return FORECAST.stream().filter(quantity -> quantity.signal == signal).findFirst();
    }

    /** The signal of the contract, {@code UNKNOWN} for what is not forecast. */
    public Signal signal() {
        return signal;
    }

    /** Its mean in one closed hour, NaN for a hole. */
    public double in(HourlyFeatures hour) {
        return switch (this) {
            case TEMPERATURE -> orHole(hour.getTemperatureC());
            case IT_LOAD -> orHole(hour.getItLoadMw());
            case CARBON -> orHole(hour.getCarbonGPerKwh());
            case WATER -> orHole(hour.getWaterLPerKwh());
            case HUMIDITY -> orHole(hour.getRelativeHumidityPct());
            case WIND -> orHole(hour.getWindSpeedMps());
            case FLEXIBLE_LOAD -> hour.getFlexibleLoadMw();
        };
    }

    private static double orHole(@Nullable Double mean) {
        return mean == null ? Double.NaN : mean;
    }
}
