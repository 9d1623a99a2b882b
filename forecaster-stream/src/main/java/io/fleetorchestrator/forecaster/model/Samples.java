package io.fleetorchestrator.forecaster.model;

import java.util.stream.IntStream;

/** Training rows: features row after row, NaN for holes, and one label for each row. */
public final class Samples {

    private final float[] features;
    private final float[] labels;

    /** Does not copy the arrays, which are large. They must not be changed afterwards. */
    public Samples(float[] features, float[] labels) {
        this.features = features;
        this.labels = labels;
    }

    float[] features() {
        return features;
    }

    float[] labels() {
        return labels;
    }

    /** The rows with exactly this value in this column. */
    Samples where(int column, float value) {
        int width = width();
        int[] rows = IntStream.range(0, size())
                .filter(row -> features[row * width + column] == value)
                .toArray();
        var kept = new float[rows.length * width];
        var keptLabels = new float[rows.length];
        for (int row = 0; row < rows.length; row++) {
            System.arraycopy(features, rows[row] * width, kept, row * width, width);
            keptLabels[row] = labels[rows[row]];
        }
        return new Samples(kept, keptLabels);
    }

    public int size() {
        return labels.length;
    }

    int width() {
        return features.length / Math.max(1, labels.length);
    }
}
