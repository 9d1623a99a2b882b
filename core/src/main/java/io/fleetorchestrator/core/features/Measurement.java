package io.fleetorchestrator.core.features;

import io.fleetorchestrator.schemas.contract.HourlyFeatures;
import io.fleetorchestrator.schemas.contract.Signal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something measured every hour in a region. The first four are forecast; the others help to forecast them. Names are part
 * of the format of states: columns are found by them.
 */
public enum Measurement {
    TEMPERATURE(0, Signal.TEMPERATURE),
    IT_LOAD(1, Signal.IT_LOAD),
    CARBON(2, Signal.CARBON),
    WATER(3, Signal.WATER),
    HUMIDITY(4, Signal.UNKNOWN),
    WIND(5, Signal.UNKNOWN),
    FLEXIBLE_LOAD(6, Signal.UNKNOWN);

    private static final List<Measurement> FORECAST = List.of(TEMPERATURE, IT_LOAD, CARBON, WATER);

    private final int place;
    private final Signal signal;

    Measurement(int place, Signal signal) {
        this.place = place;
        this.signal = signal;
    }

    /** The quantities that are forecast, in the order of the contract. */
    public static List<Measurement> forecast() {
        return FORECAST;
    }

    /** The quantity that a signal of the contract speaks of. */
    public static Optional<Measurement> of(Signal signal) {
        return FORECAST.stream().filter(quantity -> quantity.signal == signal).findFirst();
    }

    /** The signal of the contract, {@code UNKNOWN} for what is not forecast. */
    public Signal signal() {
        return signal;
    }

    /** Its column in a row of all quantities. */
    public int place() {
        return place;
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
