package io.fleetorchestrator.core.features;

import io.fleetorchestrator.core.hole.Hole;
import io.fleetorchestrator.core.signal.SignalInfo;
import io.fleetorchestrator.schemas.contract.HourlyFeatures;
import io.fleetorchestrator.schemas.contract.Signal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A measurement that a region has for every hour. The first four are forecast; the others help to forecast them. Names are
 * part of the format of state stores, whose columns are found by them.
 */
@SuppressWarnings("ImmutableEnumChecker") // The functions have no state
public enum Measurement {
    TEMPERATURE(0, SignalInfo.TEMPERATURE),
    IT_LOAD(1, SignalInfo.IT_LOAD),
    CARBON(2, SignalInfo.CARBON),
    WATER(3, SignalInfo.WATER),
    HUMIDITY(4, HourlyFeatures::getRelativeHumidityPct),
    WIND(5, HourlyFeatures::getWindSpeedMps),
    FLEXIBLE_LOAD(6, HourlyFeatures::getFlexibleLoadMw);

    private static final List<Measurement> FORECAST = List.of(TEMPERATURE, IT_LOAD, CARBON, WATER);

    private final int place;
    private final @Nullable SignalInfo info;
    private final Function<HourlyFeatures, @Nullable Double> mean;

    Measurement(int place, SignalInfo info) {
        this.place = place;
        this.info = info;
        this.mean = info::measuredIn;
    }

    Measurement(int place, Function<HourlyFeatures, @Nullable Double> mean) {
        this.place = place;
        this.info = null;
        this.mean = mean;
    }

    /** The measurements that are forecast, in the order of the contract. */
    public static List<Measurement> forecast() {
        return FORECAST;
    }

    /** The measurement that a signal of the contract forecasts. */
    public static Optional<Measurement> of(Signal signal) {
        return FORECAST.stream()
                .filter(measurement -> measurement.signal() == signal)
                .findFirst();
    }

    /** The signal that forecasts this measurement; fails for a measurement that is not forecast. */
    public SignalInfo info() {
        if (info == null) {
            throw new IllegalArgumentException(this + " is not forecast");
        }
        return info;
    }

    /** The signal of the contract; fails for a measurement that is not forecast. */
    public Signal signal() {
        return info().signal();
    }

    /** Its column in a row of all measurements. */
    public int place() {
        return place;
    }

    /** Its mean in one closed hour, NaN for a hole. */
    public double in(HourlyFeatures hour) {
        return Hole.toNaN(mean.apply(hour));
    }
}
