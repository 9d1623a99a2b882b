package io.fleetorchestrator.forecaster.model;

import io.fleetorchestrator.core.features.FeatureBuilder;
import io.fleetorchestrator.core.features.FeatureSchema;
import io.fleetorchestrator.core.features.Measurement;
import io.fleetorchestrator.core.forecast.ForecastInput;
import io.fleetorchestrator.core.forecast.PointForecaster;
import io.fleetorchestrator.schemas.contract.Booster;
import io.fleetorchestrator.schemas.contract.ModelArtifact;
import java.util.Arrays;
import java.util.List;

/** Forecasts with a trained model: the same hour of yesterday, plus the change that the model predicts. Thread-safe. */
public final class XgboostForecaster implements PointForecaster {

    /** The linear models and trees of a range of horizons. */
    private record Part(HorizonRange range, LinearModels lines, TreeEnsemble trees) {}

    private final String modelId;
    private final FeatureBuilder features;
    private final List<Part> parts;

    private XgboostForecaster(String modelId, FeatureBuilder features, List<Part> parts) {
        this.modelId = modelId;
        this.features = features;
        this.parts = parts;
    }

    /**
     * The forecaster of an artifact.
     *
     * @throws IllegalArgumentException if its columns are unknown in this version, or if it is not a model
     */
    public static XgboostForecaster load(ModelArtifact artifact) {
        return of(artifact.getModelId(), schemaOf(artifact), artifact.getBoosters());
    }

    /** The forecaster of these parts. */
    public static XgboostForecaster of(String modelId, FeatureSchema schema, List<Booster> boosters) {
        var parts =
                boosters.stream().map(booster -> part(booster, schema.width())).toList();
        requireGapless(modelId, parts);
        return new XgboostForecaster(modelId, new FeatureBuilder(schema), parts);
    }

    private static FeatureSchema schemaOf(ModelArtifact artifact) {
        var signal = Measurement.of(artifact.getSignal())
                .orElseThrow(() -> new IllegalArgumentException(
                        "model " + artifact.getModelId() + " forecasts " + artifact.getSignal()));
        return FeatureSchema.withHash(signal, artifact.getFeatureSchemaHash())
                .orElseThrow(() -> new IllegalArgumentException("model " + artifact.getModelId()
                        + " was trained on columns that this version does not have (hash "
                        + artifact.getFeatureSchemaHash() + "); train it again with this version"));
    }

    private static void requireGapless(String modelId, List<Part> parts) {
        int next = 1;
        for (Part part : parts) {
            if (part.range().from() != next) {
                throw new IllegalArgumentException(
                        "model " + modelId + " does not have exactly one part for horizon " + next);
            }
            next = part.range().to() + 1;
        }
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("model " + modelId + " has no parts");
        }
    }

    private static Part part(Booster booster, int width) {
        var range = new HorizonRange(booster.getFromHorizonHours(), booster.getToHorizonHours());
        return new Part(
                range,
                LinearModels.of(range, booster.getLines(), width),
                XgboostTrainer.forest(booster.getUbj(), width));
    }

    @Override
    public String modelId() {
        return modelId;
    }

    @Override
    public void forecast(ForecastInput input, double[] out) {
        Arrays.fill(out, Double.NaN);
        int longest = Math.min(out.length, parts.get(parts.size() - 1).range().to());
        int width = features.schema().width();
        var rows = new float[longest * width];
        features.write(input.history(), 1, longest, rows, out);
        for (Part part : parts) {
            int last = Math.min(part.range().to(), longest);
            for (int horizon = part.range().from(); horizon <= last; horizon++) {
                int begin = (horizon - 1) * width;
                double change =
                        part.lines().at(horizon, rows, begin) + part.trees().predict(rows, begin);
                out[horizon - 1] = finiteOrHole(out[horizon - 1] + change);
            }
        }
    }

    /** The sum of finite values may be infinite. */
    private static double finiteOrHole(double value) {
        return Double.isFinite(value) ? value : Double.NaN;
    }
}
