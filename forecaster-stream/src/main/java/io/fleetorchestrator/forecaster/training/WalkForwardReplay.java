package io.fleetorchestrator.forecaster.training;

import io.fleetorchestrator.core.features.Measurement;
import io.fleetorchestrator.core.features.RegionHistory;
import io.fleetorchestrator.core.forecast.CalibrationSeeds;
import io.fleetorchestrator.core.forecast.ForecastModels;
import io.fleetorchestrator.core.forecast.ForecastPlan;
import io.fleetorchestrator.core.forecast.PointForecaster;
import io.fleetorchestrator.core.forecast.RegionForecaster;
import io.fleetorchestrator.core.forecast.RegionState;
import io.fleetorchestrator.core.forecast.SignalModel;
import io.fleetorchestrator.core.time.EpochHours;
import io.fleetorchestrator.schemas.contract.ForecastOutcome;
import io.fleetorchestrator.schemas.contract.HorizonOutcome;
import io.fleetorchestrator.schemas.contract.HourlyFeatures;
import java.util.Arrays;
import java.util.function.Consumer;

/** One region's past, lived again hour by hour through the very code that serves: feedback comes when it came. */
public final class WalkForwardReplay {

    private final RegionSeries series;
    private final Measurement signal;
    private final RegionForecaster forecaster;
    private final RegionState state;
    private long next;

    public WalkForwardReplay(RegionSeries series, Measurement signal, ForecastPlan plan) {
        this.series = series;
        this.signal = signal;
        this.forecaster = new RegionForecaster(plan);
        this.state = RegionState.empty(plan);
        this.next = series.firstHour();
    }

    public RegionSeries series() {
        return series;
    }

    /** The first hour that was not gone through yet. */
    long next() {
        return next;
    }

    /** Goes on without forecasting: history is gathered, and nothing is scored. */
    public void skipTo(long end) {
        to(end, Silent.FORECASTER, scored -> {});
    }

    /** Goes on with this forecaster, up to but not including {@code end}; intervals start from what comes true. */
    public void to(long end, PointForecaster point, Consumer<Scored> scores) {
        to(end, new SignalModel(point, CalibrationSeeds.none()), scores);
    }

    /** Goes on with this forecaster and, where intervals have not started yet, from these seeds. */
    public void to(long end, SignalModel model, Consumer<Scored> scores) {
        var silent = new SignalModel(Silent.FORECASTER, CalibrationSeeds.none());
        ForecastModels models = asked -> asked == signal ? model : silent;
        for (; next < Math.min(end, series.endHour()); next++) {
            series.hour(next).ifPresent(hour -> close(hour, models, scores));
        }
    }

    private void close(HourlyFeatures hour, ForecastModels models, Consumer<Scored> scores) {
        ForecastOutcome outcome = forecaster.close(state, hour, models).outcome();
        for (var settled : outcome.getSignals()) {
            if (settled.getSignal() == signal.signal()) {
                settled.getHorizons().forEach(horizon -> scores.accept(scored(settled.getActual(), horizon)));
            }
        }
    }

    private Scored scored(double actual, HorizonOutcome outcome) {
        int horizon = outcome.getHorizonHours();
        int days = EpochHours.daysCovering(horizon);
        return new Scored(
                next,
                actual,
                outcome,
                series.at(signal, next - horizon),
                series.at(signal, next - (long) days * EpochHours.DAY));
    }

    /** Says nothing about any hour. */
    private enum Silent implements PointForecaster {
        FORECASTER;

        @Override
        public String modelId() {
            return "none";
        }

        @Override
        public void forecast(RegionHistory history, double[] out) {
            Arrays.fill(out, Double.NaN);
        }
    }
}
