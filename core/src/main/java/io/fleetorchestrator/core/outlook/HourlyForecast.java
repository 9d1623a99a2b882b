package io.fleetorchestrator.core.outlook;

import io.fleetorchestrator.core.time.EpochHours;
import io.fleetorchestrator.schemas.contract.ForecastStatus;
import io.fleetorchestrator.schemas.contract.HourInterval;
import io.fleetorchestrator.schemas.contract.RegionForecast;
import io.fleetorchestrator.schemas.contract.SignalForecast;
import java.time.Instant;
import java.util.Arrays;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A region's forecast as plain arrays over the hours of its horizon; holes are NaN. */
public final class HourlyForecast {

    private final RegionForecast source;
    final int horizon;
    final double[] temperatureUpperC;
    final double[] temperatureC;
    final double[] itLoadUpperMw;
    final double[] carbonGPerKwh;
    final double[] waterLPerKwh;

    private HourlyForecast(RegionForecast source) {
        this.source = source;
        // Only hours that both deciding signals cover can be used for decisions.
        horizon = Math.min(
                source.getTemperature().getHours().size(),
                source.getItLoad().getHours().size());
        temperatureUpperC = values(source.getTemperature(), HourInterval::getUpperOneSided);
        temperatureC = values(source.getTemperature(), HourInterval::getPoint);
        itLoadUpperMw = values(source.getItLoad(), HourInterval::getUpper);
        carbonGPerKwh = values(source.getCarbon(), HourInterval::getPoint);
        waterLPerKwh = values(source.getWater(), HourInterval::getPoint);
    }

    public static HourlyForecast of(RegionForecast source) {
        return new HourlyForecast(source);
    }

    public Instant issuedAt() {
        return source.getIssuedAt();
    }

    /** The hour of entry 0. */
    public long firstHour() {
        return EpochHours.floor(source.getIssuedAt());
    }

    public int horizon() {
        return horizon;
    }

    /** Flexible load as measured in the hour before the issue; 0 if that value is impossible. */
    double flexibleMwAtIssue() {
        double measured = source.getFlexibleLoadMwAtIssue();
        return measured > 0 ? measured : 0;
    }

    public double confidence() {
        return source.getConfidence();
    }

    public String modelId() {
        return source.getTemperature().getModelId();
    }

    /** The smaller number of scores of the two deciding signals. */
    public int calibrationSize() {
        return Math.min(
                source.getTemperature().getCalibrationSize(), source.getItLoad().getCalibrationSize());
    }

    public ForecastStatus temperatureStatus() {
        return source.getTemperature().getStatus();
    }

    public ForecastStatus itLoadStatus() {
        return source.getItLoad().getStatus();
    }

    /** Whether both deciding signals have calibrated bounds. */
    public boolean calibrated() {
        return temperatureStatus() == ForecastStatus.CALIBRATED && itLoadStatus() == ForecastStatus.CALIBRATED;
    }

    private double[] values(SignalForecast signal, Function<HourInterval, @Nullable Double> field) {
        double[] values = new double[horizon];
        Arrays.fill(values, Double.NaN);
        for (var hour : signal.getHours()) {
            long index = EpochHours.floor(hour.getStartsAt()) - firstHour();
            Double value = field.apply(hour);
            if (value != null && Double.isFinite(value) && index >= 0 && index < horizon) {
                values[(int) index] = value;
            }
        }
        return values;
    }
}
