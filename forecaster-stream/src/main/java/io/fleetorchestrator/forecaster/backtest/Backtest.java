package io.fleetorchestrator.forecaster.backtest;

import io.fleetorchestrator.core.calibration.Confidence;
import io.fleetorchestrator.core.features.Measurement;
import io.fleetorchestrator.core.forecast.ForecastPlan;
import io.fleetorchestrator.core.forecast.PointForecaster;
import io.fleetorchestrator.core.scoring.EvaluationMetrics;
import io.fleetorchestrator.core.scoring.ScoredForecast;
import io.fleetorchestrator.forecaster.training.ExpandingFit;
import io.fleetorchestrator.forecaster.training.FittedModel;
import io.fleetorchestrator.forecaster.training.HoldoutEvaluation;
import io.fleetorchestrator.forecaster.training.RegionSeries;
import io.fleetorchestrator.forecaster.training.TrainingPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.LongStream;

/** Replays the past of all regions. The model is fitted again at intervals to what was known by then. */
final class Backtest {

    private final BacktestSettings settings;
    private final List<Run> runs;
    private final ExpandingFit fit;
    private final Consumer<String> progress;

    Backtest(BacktestSettings settings, List<RegionSeries> regions, Consumer<String> progress) {
        this.settings = settings;
        this.progress = progress;
        this.runs = regions.stream().map(Run::new).toList();
        this.fit = new ExpandingFit(settings.signal(), regions, TrainingPlan.of(settings.horizon()));
    }

    List<RegionResult> run() {
        long longest = runs.stream().mapToLong(Run::hoursAfterTraining).max().orElse(0);
        for (long gone = 0; gone < longest; gone += step()) {
            progress.accept("fitting, " + gone + " of " + longest + " hours after the first fit");
            var model = fitAfter(gone).forecaster();
            long until = gone + step();
            runs.parallelStream().forEach(run -> run.go(model, until));
        }
        return runs.stream().map(Run::result).toList();
    }

    private FittedModel fitAfter(long gone) {
        long elapsed = runs.stream()
                .mapToLong(run -> run.trainedBy + gone - run.series.firstHour())
                .max()
                .orElse(0);
        return fit.fit("backtest-" + gone, elapsed, series -> run(series).trainedBy + gone);
    }

    private Run run(RegionSeries series) {
        return runs.stream().filter(run -> run.series == series).findFirst().orElseThrow();
    }

    private long step() {
        return settings.refitEvery().toHours();
    }

    /** The replay of one region. */
    private final class Run {

        private final RegionSeries series;
        private final HoldoutEvaluation holdout;
        private final EvaluationMetrics figures;
        private final List<ScoredForecast> farthest = new ArrayList<>();
        private final long trainedBy;
        private final long testFrom;

        /** Counts only hours in which the signal was measured: a gap is neither training nor calibration. */
        Run(RegionSeries series) {
            this.series = series;
            this.trainedBy = series.afterKnown(settings.signal(), settings.trainHours());
            this.testFrom =
                    series.afterKnown(settings.signal(), (long) settings.trainHours() + settings.calibrateHours());
            requireSomethingToTestOn();
            var plan = ForecastPlan.of(settings.horizon(), new Confidence(settings.confidence()));
            this.holdout = new HoldoutEvaluation(series, settings.signal(), plan, trainedBy, testFrom);
            this.figures =
                    new EvaluationMetrics(settings.horizon(), hotFrom(series), settings.limit(), settings.confidence());
        }

        private void requireSomethingToTestOn() {
            if (testFrom + settings.horizon() >= series.endHour()) {
                throw new IllegalArgumentException("region " + series.region() + " has "
                        + series.known(settings.signal(), series.firstHour(), series.endHour()) + " hours of "
                        + settings.signal() + "; train-hours and calibrate-hours take "
                        + (settings.trainHours() + settings.calibrateHours())
                        + " and leave no hours for the test: lower them");
            }
        }

        long hoursAfterTraining() {
            return series.endHour() - trainedBy;
        }

        void go(PointForecaster model, long until) {
            holdout.replayTo(trainedBy + until, model, this::score);
        }

        private void score(ScoredForecast scored) {
            figures.add(scored);
            if (scored.horizon() == settings.horizon()) {
                farthest.add(scored);
            }
        }

        RegionResult result() {
            return new RegionResult(series.region(), figures, List.copyOf(farthest));
        }

        /** The threshold of the hottest tenth of the test. It is only known afterwards, and only used for figures. */
        private double hotFrom(RegionSeries series) {
            Measurement signal = settings.signal();
            double[] sorted = LongStream.range(testFrom, series.endHour())
                    .mapToDouble(hour -> series.at(signal, hour))
                    .filter(Double::isFinite)
                    .sorted()
                    .toArray();
            return sorted.length == 0 ? Double.POSITIVE_INFINITY : sorted[(int) (0.9 * (sorted.length - 1))];
        }
    }
}
