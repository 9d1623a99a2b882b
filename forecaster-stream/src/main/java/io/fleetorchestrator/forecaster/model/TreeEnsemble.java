package io.fleetorchestrator.forecaster.model;

import java.util.List;

/**
 * Boosted trees on the heap. Thread-safe. XGBoost fits the trees, but a prediction by XGBoost takes 125 µs before it
 * evaluates the first tree, and a forecast needs two dozen predictions (docs/adr/0011).
 */
record TreeEnsemble(List<Node> trees, float base) {

    /** A node of a tree. */
    sealed interface Node {}

    /** An inner node, which compares a feature. Holes have their own direction. */
    record Split(int feature, float threshold, Node less, Node notLess, Node hole) implements Node {

        Node next(float value) {
            if (value < threshold) {
                return less;
            }
            return value >= threshold ? notLess : hole;
        }
    }

    /** A leaf with the value that it adds. */
    record Leaf(float value) implements Node {}

    TreeEnsemble {
        trees = List.copyOf(trees);
    }

    /** The prediction for the row that starts there. It sums floats in the same order as XGBoost. */
    float predict(float[] rows, int from) {
        float sum = base;
        for (Node tree : trees) {
            sum += leaf(tree, rows, from);
        }
        return sum;
    }

    private static float leaf(Node root, float[] rows, int from) {
        var node = root;
        while (node instanceof Split split) {
            node = split.next(rows[from + split.feature()]);
        }
        return ((Leaf) node).value();
    }
}
