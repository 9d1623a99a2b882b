package io.fleetorchestrator.forecaster.model;

import java.util.List;

/**
 * Boosted trees on the heap, ready to predict from any thread. XGBoost grows them and tells what it grew; asking it for
 * each prediction costs 125 µs before it looks at the first tree, and a forecast asks two dozen times (docs/adr/0011).
 */
record TreeEnsemble(List<Node> trees, float base) {

    /** A place in a tree. */
    sealed interface Node {}

    /** Where a tree asks for a feature; a hole has a way of its own. */
    record Split(int feature, float threshold, Node less, Node notLess, Node hole) implements Node {

        Node next(float value) {
            if (value < threshold) {
                return less;
            }
            return value >= threshold ? notLess : hole;
        }
    }

    /** What a tree adds. */
    record Leaf(float value) implements Node {}

    TreeEnsemble {
        trees = List.copyOf(trees);
    }

    /** The prediction for the row that starts there; summed up in floats and in order, as XGBoost does. */
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
