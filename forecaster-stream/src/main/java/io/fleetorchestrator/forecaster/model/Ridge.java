package io.fleetorchestrator.forecaster.model;

/** Ridge regression: stable for nearly collinear features, so that few rows are enough for many columns. */
final class Ridge {

    /**
     * Penalty of every weight, per row, for features of unit variance. It is small, so that it decides between nearly equal
     * columns but hardly shrinks the weights.
     */
    private static final double PULL = 0.003;

    /** A column with a smaller deviation is constant except for rounding. */
    private static final double LEAST_SCALE = 1e-6;

    private final Samples samples;
    private final int width;
    private final double[] centres;
    private final double[] scales;
    private double meanLabel;

    private Ridge(Samples samples) {
        this.samples = samples;
        this.width = samples.width();
        this.centres = new double[width];
        this.scales = new double[width];
    }

    /** Fits a model to these rows; it is always 0 if there are none. */
    static LinearModel fit(Samples samples) {
        var ridge = new Ridge(samples);
        ridge.measure();
        return new LinearModel(ridge.meanLabel, ridge.centres, ridge.scales, ridge.weights());
    }

    private void measure() {
        for (int row = 0; row < samples.size(); row++) {
            meanLabel += samples.labels()[row] / samples.size();
        }
        for (int column = 0; column < width; column++) {
            measure(column);
        }
    }

    private void measure(int column) {
        double sum = 0;
        double squares = 0;
        int known = 0;
        for (int row = 0; row < samples.size(); row++) {
            double value = samples.features()[row * width + column];
            if (!Double.isNaN(value)) {
                sum += value;
                squares += value * value;
                known++;
            }
        }
        double mean = sum / Math.max(1, known);
        double scale = Math.sqrt(Math.max(0, squares / Math.max(1, known) - mean * mean));
        centres[column] = mean;
        scales[column] = scale < LEAST_SCALE ? 0 : scale;
    }

    private double[] weights() {
        var normal = new double[width][width];
        var right = new double[width];
        var row = new double[width];
        for (int at = 0; at < samples.size(); at++) {
            for (int column = 0; column < width; column++) {
                row[column] =
                        LinearModel.scaled(samples.features()[at * width + column], centres[column], scales[column]);
            }
            add(row, samples.labels()[at] - meanLabel, normal, right);
        }
        for (int column = 0; column < width; column++) {
            // A constant column has a row of zeros: any penalty makes its weight 0.
            normal[column][column] += PULL * Math.max(1, samples.size());
        }
        return Cholesky.solve(normal, right);
    }

    /** Only the lower triangle, because the matrix is symmetric. */
    private static void add(double[] row, double label, double[][] normal, double[] right) {
        for (int i = 0; i < row.length; i++) {
            right[i] += row[i] * label;
            for (int j = 0; j <= i; j++) {
                normal[i][j] += row[i] * row[j];
            }
        }
    }
}
