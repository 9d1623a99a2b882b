package io.fleetorchestrator.forecaster.model;

/** Rows to fit to: features row after row, NaN for holes, and one label per row. */
public final class Samples {

    private final float[] features;
    private final float[] labels;

    /** Takes the arrays over: they are large, and must not be changed afterwards. */
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

    public int size() {
        return labels.length;
    }

    int width() {
        return features.length / Math.max(1, labels.length);
    }
}
