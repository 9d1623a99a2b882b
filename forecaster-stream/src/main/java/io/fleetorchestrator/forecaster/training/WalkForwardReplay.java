package io.fleetorchestrator.forecaster.training;

import io.fleetorchestrator.core.features.Measurement;
import io.fleetorchestrator.core.forecast.CalibrationSeeds;
import io.fleetorchestrator.core.forecast.ForecastInput;
import io.fleetorchestrator.core.forecast.ForecastModels;
import io.fleetorchestrator.core.forecast.ForecastPlan;
import io.fleetorchestrator.core.forecast.PointForecaster;
import io.fleetorchestrator.core.forecast.RegionForecaster;
import io.fleetorchestrator.core.forecast.RegionState;
import io.fleetorchestrator.core.forecast.SignalModel;
import io.fleetorchestrator.core.scoring.ScoredForecast;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Replays one region's past hour by hour through the code that the service runs. A forecast is scored when its hour closes. */
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

    /** The first hour that was not replayed yet. */
    long next() {
        return next;
    }

    /** Replays up to {@code end} without forecasts: history is collected, and nothing is scored. */
    public void skipTo(long end) {
        replayTo(end, NoForecast.FORECASTER, scored -> {});
    }

    /** Replays with this forecaster, up to but not including {@code end}. Intervals start from its first errors. */
    public void replayTo(long end, PointForecaster point, Consumer<ScoredForecast> scores) {
        replayTo(end, new SignalModel(point, CalibrationSeeds.none()), scores);
    }

    /** Replays with this model. Intervals that have not started yet start from its seeds. */
    public void replayTo(long end, SignalModel model, Consumer<ScoredForecast> scores) {
        var none = new SignalModel(NoForecast.FORECASTER, CalibrationSeeds.none());
        ForecastModels models = asked -> asked == signal ? model : none;
        for (; next < Math.min(end, series.endHour()); next++) {
            if (series.isKnown(next)) {
                close(models).forEach(scores);
            }
        }
    }

    private Stream<ScoredForecast> close(ForecastModels models) {
        return forecaster
                .close(state, series.region(), next, measurement -> series.at(measurement, next), models)
                .scores(signal);
    }

    /** Forecasts nothing. */
    private enum NoForecast implements PointForecaster {
        FORECASTER;

        @Override
        public String modelId() {
            return "none";
        }

        @Override
        public void forecast(ForecastInput input, double[] out) {
            Arrays.fill(out, Double.NaN);
        }
    }
}
