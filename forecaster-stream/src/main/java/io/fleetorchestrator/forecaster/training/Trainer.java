package io.fleetorchestrator.forecaster.training;

import io.fleetorchestrator.core.calibration.Confidence;
import io.fleetorchestrator.core.features.Measurement;
import io.fleetorchestrator.core.forecast.ForecastPlan;
import io.fleetorchestrator.core.forecast.PointForecaster;
import io.fleetorchestrator.core.hole.Hole;
import io.fleetorchestrator.core.scoring.ErrorStats;
import io.fleetorchestrator.core.scoring.EvaluationMetrics;
import io.fleetorchestrator.core.time.EpochHours;
import io.fleetorchestrator.forecaster.training.TrainingOutcome.Refused;
import io.fleetorchestrator.forecaster.training.TrainingOutcome.Trained;
import io.fleetorchestrator.schemas.contract.CalibrationSeed;
import io.fleetorchestrator.schemas.contract.ModelArtifact;
import io.fleetorchestrator.schemas.contract.ModelEvaluation;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Trains a model of one signal for all regions. A candidate is fitted to the earliest hours, calibrated on later ones and
 * evaluated on the latest. If it is better than the seasonal naive forecast, the model is fitted to all hours.
 */
public final class Trainer {

    /** Number of regions for seeds and figures; other regions start from the seed of all together. */
    private static final int MOST_EVALUATED = 100;

    private final TrainingPlan plan;
    private final ForecastPlan forecastPlan;
    private final long mostBytes;
    private final Consumer<String> progress;

    /**
     * @param mostBytes the size limit of the topic of models
     * @param progress receives texts about the progress
     */
    public Trainer(TrainingPlan plan, Confidence confidence, long mostBytes, Consumer<String> progress) {
        this.plan = plan;
        this.forecastPlan = ForecastPlan.of(plan.horizonHours(), confidence);
        this.mostBytes = mostBytes;
        this.progress = progress;
    }

    public TrainingOutcome train(Measurement signal, List<RegionSeries> regions) {
        var measured = regions.stream()
                .filter(series -> series.known(signal, series.firstHour(), series.endHour()) > 0)
                .toList();
        long start = measured.stream().mapToLong(RegionSeries::firstHour).min().orElse(0);
        long end = measured.stream().mapToLong(RegionSeries::endHour).max().orElse(0);
        return Split.of(start, end)
                .map(split -> train(signal, measured, split))
                .orElseGet(() -> new Refused(
                        signal, (end - start) + " hours were measured, at least " + Split.LEAST_HOURS + " are needed"));
    }

    private TrainingOutcome train(Measurement signal, List<RegionSeries> regions, Split split) {
        progress.accept(signal + ": fitting to " + split.trainHours() + " hours of " + regions.size() + " regions");
        var candidate = new ExpandingFit(signal, regions, plan)
                .fitBefore(split.calibrateFrom(), "candidate")
                .forecaster();
        progress.accept(signal + ": evaluating on " + split.testHours() + " hours");
        var evaluated = regions.stream()
                .filter(series -> series.known(signal, split.start(), split.calibrateFrom()) > 0)
                .limit(MOST_EVALUATED)
                .map(series ->
                        new HoldoutEvaluation(series, signal, forecastPlan, split.calibrateFrom(), split.testFrom()))
                .toList();
        var figures = evaluate(evaluated, candidate, split);
        double mae = figures.total().mae();
        double naive = figures.total().maeSeasonalNaive();
        if (!(mae < naive)) {
            return new Refused(signal, notBetter(mae, naive));
        }
        progress.accept(signal + ": fitting to all " + (split.end() - split.start()) + " hours");
        var model = new ExpandingFit(signal, regions, plan).fitBefore(split.end(), modelId(signal, split.end()));
        return fitting(signal, artifact(signal, model, split, figures.total(), seeds(evaluated)));
    }

    /** Training uses no figures about hot hours or limits, so the thresholds are infinite. */
    private EvaluationMetrics evaluate(List<HoldoutEvaluation> evaluated, PointForecaster candidate, Split split) {
        var sum = figures();
        evaluated.parallelStream()
                .map(region -> {
                    var figures = figures();
                    region.replayTo(split.end(), candidate, figures::add);
                    return figures;
                })
                .toList()
                .forEach(sum::add);
        return sum;
    }

    private EvaluationMetrics figures() {
        return new EvaluationMetrics(
                plan.horizonHours(),
                Double.POSITIVE_INFINITY,
                Double.POSITIVE_INFINITY,
                forecastPlan.confidence().level());
    }

    private static String notBetter(double mae, double naive) {
        return String.format(
                Locale.ROOT,
                "its MAE of %.3f is not better than that of the seasonal naive forecast, %.3f, which stays in use",
                mae,
                naive);
    }

    private List<CalibrationSeed> seeds(List<HoldoutEvaluation> evaluated) {
        var scores = evaluated.stream().map(HoldoutEvaluation::scores).toList();
        var confidence = forecastPlan.confidence();
        return Stream.concat(
                        scores.stream().flatMap(region -> region.seeds(confidence)),
                        CalibrationScores.pooled(scores, plan.horizonHours(), confidence))
                .toList();
    }

    /** Ids sort by training time. */
    private static String modelId(Measurement signal, long end) {
        return signal.name().toLowerCase(Locale.ROOT).replace('_', '-') + "-"
                + EpochHours.start(end).toString().replaceAll("[-:]|00Z$", "");
    }

    private ModelArtifact artifact(
            Measurement signal, FittedModel model, Split split, ErrorStats figures, List<CalibrationSeed> seeds) {
        return ModelArtifact.newBuilder()
                .setSignal(signal.signal())
                .setModelId(model.modelId())
                .setTrainedAt(EpochHours.start(split.end()))
                .setFeatureNames(model.schema().names())
                .setFeatureSchemaHash(model.schema().hash())
                .setBoosters(model.boosters())
                .setEvaluation(evaluation(split, figures))
                .setCalibrationSeeds(seeds)
                .build();
    }

    private static ModelEvaluation evaluation(Split split, ErrorStats figures) {
        return new ModelEvaluation(
                split.trainHours(),
                split.calibrationHours(),
                split.testHours(),
                figures.mae(),
                figures.maePersistence(),
                figures.maeSeasonalNaive(),
                Hole.toNull(figures.coverage()),
                Hole.toNull(figures.coverageUpper()),
                Hole.toNull(figures.meanWidth()));
    }

    private TrainingOutcome fitting(Measurement signal, ModelArtifact artifact) {
        long bytes = ArtifactSize.of(artifact);
        if (bytes <= mostBytes) {
            return new Trained(signal, artifact);
        }
        return new Refused(
                signal,
                "it has " + bytes + " bytes, but forecast.models accepts " + mostBytes
                        + "; train a shorter horizon, or raise max.message.bytes of the topic and --max-model-bytes");
    }
}
