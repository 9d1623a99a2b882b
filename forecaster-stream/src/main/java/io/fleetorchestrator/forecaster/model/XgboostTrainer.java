package io.fleetorchestrator.forecaster.model;

import java.nio.ByteBuffer;
import java.util.Map;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/** Gradient boosted trees in native memory. Owned by one thread, which must close it. */
public final class XgboostTrainer implements AutoCloseable {

    private static final String FORMAT = "ubj";

    private final Booster booster;
    private final int width;

    private XgboostTrainer(Booster booster, int width) {
        this.booster = booster;
        this.width = width;
    }

    /** Fits exactly so many trees. */
    public static XgboostTrainer grow(Samples all, int rounds, TreeSettings settings) {
        try (var matrix = new Matrix(all)) {
            var trees = untrained(matrix, settings);
            for (int round = 0; round < rounds; round++) {
                trees.booster.update(matrix.data, round);
            }
            return trees;
        } catch (XGBoostError e) {
            throw new IllegalStateException("training failed in native code", e);
        }
    }

    /** Number of trees fitted to {@code earlier} that predicts {@code later} best; at least 1. */
    public static int bestRounds(Samples earlier, Samples later, TreeSettings settings) {
        var known = new Matrix(earlier);
        var unseen = new Matrix(later);
        try (known;
                unseen;
                var trees = untrained(known, settings)) {
            float best = Float.POSITIVE_INFINITY;
            int bestRounds = 1;
            for (int round = 0; round < settings.rounds() && round - bestRounds < settings.patience(); round++) {
                trees.booster.update(known.data, round);
                float error = trees.error(unseen, round);
                if (error < best) {
                    best = error;
                    bestRounds = round + 1;
                }
            }
            return bestRounds;
        } catch (XGBoostError e) {
            throw new IllegalStateException("training failed in native code", e);
        }
    }

    /** One prediction for each row, by XGBoost itself; {@link #forest()} must predict the same. */
    float[] predict(float[] rows) {
        int count = rows.length / width;
        try {
            float[][] predicted = booster.inplace_predict(rows, count, width, Float.NaN);
            var flat = new float[count];
            for (int row = 0; row < count; row++) {
                flat[row] = predicted[row][0];
            }
            return flat;
        } catch (XGBoostError e) {
            throw new IllegalStateException("prediction failed in native code", e);
        }
    }

    /** The same trees on the heap. */
    TreeEnsemble forest() {
        return forest(ByteBuffer.wrap(toBytes()), width);
    }

    /** The trees of {@link #toBytes()}, for rows of so many features. */
    static TreeEnsemble forest(ByteBuffer written, int width) {
        return TreeEnsembleReader.read(UbjsonReader.read(written), width);
    }

    public byte[] toBytes() {
        try {
            return booster.toByteArray(FORMAT);
        } catch (XGBoostError e) {
            throw new IllegalStateException("the model could not be written", e);
        }
    }

    public int rounds() {
        try {
            return booster.getNumBoostedRound();
        } catch (XGBoostError e) {
            throw new IllegalStateException("the number of trees could not be read", e);
        }
    }

    @Override
    public void close() {
        booster.dispose();
    }

    private static XgboostTrainer untrained(Matrix matrix, TreeSettings settings) throws XGBoostError {
        var booster = XGBoost.train(matrix.data, settings.parameters(), 0, Map.of(), null, null);
        return new XgboostTrainer(booster, matrix.width);
    }

    private float error(Matrix unseen, int round) throws XGBoostError {
        var error = new float[1];
        booster.evalSet(new DMatrix[] {unseen.data}, new String[] {"later"}, round, error);
        return error[0];
    }

    /** Samples in native memory. */
    private static final class Matrix implements AutoCloseable {

        private final DMatrix data;
        private final int width;

        Matrix(Samples samples) {
            this.width = samples.width();
            try {
                this.data = new DMatrix(samples.features(), samples.size(), width, Float.NaN);
                data.setLabel(samples.labels());
            } catch (XGBoostError e) {
                throw new IllegalStateException("samples could not be copied to native memory", e);
            }
        }

        @Override
        public void close() {
            data.dispose();
        }
    }
}
