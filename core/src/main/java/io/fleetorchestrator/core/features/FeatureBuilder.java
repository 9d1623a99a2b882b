package io.fleetorchestrator.core.features;

/** Turns a history into model rows: the one place that both training and forecasting take features from. */
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
     * Writes the rows of the horizons {@code from..to} into {@code rows}, and into {@code anchors} the value that each
     * row's target is a change from; NaN where no day of the last week knows that hour.
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
