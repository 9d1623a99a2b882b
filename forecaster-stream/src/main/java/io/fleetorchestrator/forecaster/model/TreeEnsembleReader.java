package io.fleetorchestrator.forecaster.model;

import com.fasterxml.jackson.databind.JsonNode;
import io.fleetorchestrator.forecaster.model.TreeEnsemble.Leaf;
import io.fleetorchestrator.forecaster.model.TreeEnsemble.Node;
import io.fleetorchestrator.forecaster.model.TreeEnsemble.Split;
import java.util.ArrayList;

/**
 * Reads trees in the format of XGBoost. A model comes from a topic, so one that our training cannot have made is rejected
 * here, before a forecast fails or never ends.
 */
final class TreeEnsembleReader {

    /** Our trees have depth 5; a far greater depth would overflow the stack. */
    private static final int DEEPEST = 100;

    private static final int NO_CHILD = -1;

    private final JsonNode tree;
    private final int width;
    private int unread;

    private TreeEnsembleReader(JsonNode tree, int width) {
        this.tree = tree;
        this.width = width;
        this.unread = tree.path("left_children").size();
    }

    /**
     * The trees of a model.
     *
     * @param width number of features of a row
     */
    static TreeEnsemble read(JsonNode model, int width) {
        var learner = model.path("learner");
        var features = learner.at("/learner_model_param/num_feature").asText();
        if (!features.equals(Integer.toString(width))) {
            throw new IllegalArgumentException("this model is for rows of '" + features + "' features, not " + width);
        }
        var trees = new ArrayList<Node>();
        for (JsonNode tree : learner.at("/gradient_booster/model/trees")) {
            if (!tree.path("categories").isEmpty()) {
                throw new IllegalArgumentException("this model has splits by category, which are not supported");
            }
            trees.add(new TreeEnsembleReader(tree, width).node(0, 0));
        }
        if (trees.isEmpty()) {
            throw new IllegalArgumentException("this model has no trees");
        }
        return new TreeEnsemble(trees, base(learner));
    }

    /** The base score is a text, in some versions in brackets. */
    private static float base(JsonNode learner) {
        String text = learner.at("/learner_model_param/base_score").asText("0");
        return finite(Float.parseFloat(text.replace("[", "").replace("]", "")));
    }

    private static float finite(float number) {
        if (!Float.isFinite(number)) {
            throw new IllegalArgumentException("this model has trees with the value " + number);
        }
        return number;
    }

    private Node node(int at, int depth) {
        if (--unread < 0 || depth > DEEPEST) {
            throw new IllegalArgumentException("this model has a tree with a cycle, or one that is too deep");
        }
        int left = number("left_children", at).asInt();
        float value = finite((float) number("split_conditions", at).asDouble());
        if (left == NO_CHILD) {
            return new Leaf(value);
        }
        var less = node(left, depth + 1);
        var notLess = node(number("right_children", at).asInt(), depth + 1);
        boolean holesGoLeft = number("default_left", at).asInt() != 0;
        return new Split(feature(at), value, less, notLess, holesGoLeft ? less : notLess);
    }

    private int feature(int at) {
        int feature = number("split_indices", at).asInt();
        if (feature < 0 || feature >= width) {
            throw new IllegalArgumentException("this model uses feature " + feature + " of " + width);
        }
        return feature;
    }

    private JsonNode number(String column, int at) {
        var value = tree.path(column).path(at);
        if (!value.isNumber()) {
            throw new IllegalArgumentException("this model has a tree without " + column + " of node " + at);
        }
        return value;
    }
}
