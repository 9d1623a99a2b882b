package io.fleetorchestrator.forecaster.training;

import io.fleetorchestrator.core.features.Measurement;
import io.fleetorchestrator.core.forecast.CalibrationSeeds;
import io.fleetorchestrator.core.forecast.ForecastPlan;
import io.fleetorchestrator.core.forecast.PointForecaster;
import io.fleetorchestrator.core.forecast.SignalModel;
import io.fleetorchestrator.core.scoring.ScoredForecast;
import java.util.function.Consumer;

/**
 * One region's hours that a model was not fitted to. It first lives through those that calibrate; their errors seed the
 * intervals with which it then lives through those that test, as a service would that takes up the model with its seeds.
 */
public final class HoldoutEvaluation {

    private final RegionSeries series;
    private final ForecastPlan plan;
    private final long testFrom;
    private final WalkForwardReplay calibration;
    private final WalkForwardReplay test;
    private final CalibrationScores scores;
    private CalibrationSeeds seeds = CalibrationSeeds.none();

    public HoldoutEvaluation(
            RegionSeries series, Measurement signal, ForecastPlan plan, long calibrateFrom, long testFrom) {
        this.series = series;
        this.plan = plan;
        this.testFrom = testFrom;
        this.calibration = new WalkForwardReplay(series, signal, plan);
        this.test = new WalkForwardReplay(series, signal, plan);
        this.scores = new CalibrationScores(series.region(), plan.horizonHours());
        calibration.skipTo(calibrateFrom);
        // The first forecast that is tested is made when the last calibrating hour has closed.
        test.skipTo(testFrom - 1);
    }

    /** Goes on with this model up to but not including {@code end}, telling how forecasts of testing hours turned out. */
    public void live(PointForecaster model, long end, Consumer<ScoredForecast> tested) {
        if (calibration.next() < testFrom) {
            calibration.replayTo(Math.min(end, testFrom), model, scores::add);
            seeds = CalibrationSeeds.of(scores.seeds(plan.confidence()).toList());
        }
        test.replayTo(end, new SignalModel(model, seeds), tested);
    }

    public RegionSeries series() {
        return series;
    }

    CalibrationScores scores() {
        return scores;
    }
}
