package io.fleetorchestrator.benchmarks.inner;

import io.fleetorchestrator.benchmarks.forecast.TrainedModels;
import io.fleetorchestrator.benchmarks.forecast.WarmRegion;
import io.fleetorchestrator.core.calibration.Confidence;
import io.fleetorchestrator.core.calibration.ConformalCalibrator;
import io.fleetorchestrator.core.calibration.Margins;
import io.fleetorchestrator.core.features.FeatureBuilder;
import io.fleetorchestrator.core.features.FeatureSchema;
import io.fleetorchestrator.core.features.Measurement;
import io.fleetorchestrator.core.features.RegionHistory;
import io.fleetorchestrator.core.forecast.ForecastInput;
import io.fleetorchestrator.core.forecast.ForecastPlan;
import io.fleetorchestrator.core.forecast.PointForecaster;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The steps at the close of an hour for one signal of one region, 24 hours ahead. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ForecastLoops {

    private static final ForecastPlan PLAN = ForecastPlan.DEFAULT;
    /** Enough scores to end the warm-up. */
    private static final int SCORES = 1000;

    private final RegionHistory history = RegionHistory.empty();
    private final FeatureBuilder features = new FeatureBuilder(FeatureSchema.of(Measurement.TEMPERATURE));
    private final PointForecaster model;
    private final ConformalCalibrator calibrator = ConformalCalibrator.warmingUp(Confidence.DEFAULT);
    private final double[] forecast = new double[PLAN.horizonHours()];
    private int hour;

    public ForecastLoops() {
        var region = new WarmRegion(PLAN);
        region.past().forEach(history::add);
        model = TrainedModels.of(PLAN, region.past())
                .of(Measurement.TEMPERATURE)
                .forecaster();
        for (int score = 0; score < SCORES; score++) {
            calibrate();
        }
    }

    /** The rows of 24 horizons. */
    @Benchmark
    public float[] features() {
        return features.rows(history, 1, PLAN.horizonHours());
    }

    /** The rows, and the predictions of linear models and trees. */
    @Benchmark
    public double[] predict() {
        model.forecast(new ForecastInput(history), forecast);
        return forecast;
    }

    /** One calibration step of one horizon. */
    @Benchmark
    public Margins calibrate() {
        hour++;
        int hourOfDay = hour % 24;
        var margins = calibrator.margins(hourOfDay);
        calibrator.learn(hourOfDay, Math.sin(hour), margins);
        return margins;
    }
}
