package io.fleetorchestrator.core.features;

/** Turns a history into model rows, for training and for forecasts. */
public final class FeatureBuilder {

    private final FeatureSchema schema;

    public FeatureBuilder(FeatureSchema schema) {
        this.schema = schema;
    }

    public FeatureSchema schema() {
        return schema;
    }

    /** The rows of the horizons {@code from..to}, both inclusive, one after the other. Holes are NaN. */
    public float[] rows(RegionHistory history, int from, int to) {
        var rows = new float[(to - from + 1) * schema.width()];
        write(history, from, to, rows, new double[to - from + 1]);
        return rows;
    }

    /**
     * Writes the rows of the horizons {@code from..to} into {@code rows}, and the anchor of each row into {@code anchors}: the
     * value that the model predicts a change from, NaN if that hour is not known on any of the last days.
     */
    public void write(RegionHistory history, int from, int to, float[] rows, double[] anchors) {
        var own = new HistoryWindow(history, schema.signal());
        var phase = SolarPhase.of(history, schema.signal());
        int at = 0;
        for (int horizon = from; horizon <= to; horizon++) {
            var target = new Target(own, history, phase, horizon);
            anchors[horizon - from] = target.anchor();
            for (Column column : schema.columns()) {
                rows[at++] = (float) column.of(target);
            }
        }
    }
}
