package io.fleetorchestrator.forecaster.training;

import io.fleetorchestrator.core.features.Measurement;
import io.fleetorchestrator.core.forecast.CalibrationSeeds;
import io.fleetorchestrator.core.forecast.ForecastPlan;
import io.fleetorchestrator.core.forecast.PointForecaster;
import io.fleetorchestrator.core.forecast.SignalModel;
import io.fleetorchestrator.core.scoring.ScoredForecast;
import java.util.function.Consumer;

/**
 * Evaluates a model on hours of one region that it was not fitted to. The first part calibrates: its errors give the seeds.
 * The second part tests, starting from these seeds like a service that activates the model.
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
        // The first tested forecast is issued when the last hour of calibration has closed.
        test.skipTo(testFrom - 1);
    }

    /** Continues with this model up to but not including {@code end}, and reports the scored forecasts of test hours. */
    public void replayTo(long end, PointForecaster model, Consumer<ScoredForecast> tested) {
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
