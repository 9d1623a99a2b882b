package io.fleetorchestrator.forecaster.model;

/** Solves equations whose matrix is symmetric and positive definite. */
final class Cholesky {

    private Cholesky() {}

    /** The x with {@code matrix · x = right}, given the lower triangle; overwrites both. */
    static double[] solve(double[][] matrix, double[] right) {
        factor(matrix);
        for (int row = 0; row < right.length; row++) {
            for (int column = 0; column < row; column++) {
                right[row] -= matrix[row][column] * right[column];
            }
            right[row] /= matrix[row][row];
        }
        for (int row = right.length - 1; row >= 0; row--) {
            for (int below = row + 1; below < right.length; below++) {
                right[row] -= matrix[below][row] * right[below];
            }
            right[row] /= matrix[row][row];
        }
        return right;
    }

    private static void factor(double[][] matrix) {
        for (int row = 0; row < matrix.length; row++) {
            for (int column = 0; column <= row; column++) {
                double left = matrix[row][column];
                for (int k = 0; k < column; k++) {
                    left -= matrix[row][k] * matrix[column][k];
                }
                matrix[row][column] = row == column ? Math.sqrt(left) : left / matrix[column][column];
            }
        }
    }
}
