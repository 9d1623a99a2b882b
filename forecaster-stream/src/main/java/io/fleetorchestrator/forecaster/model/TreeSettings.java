package io.fleetorchestrator.forecaster.model;

import java.util.HashMap;
import java.util.Map;

/**
 * How trees are grown. The defaults are deliberately stiff: neighbouring hours are near copies of each other, so a month
 * of hours holds far fewer independent cases than rows.
 */
public record TreeSettings(int rounds, int patience, double learningRate, int depth, int seed, int threads) {

    /**
     * One thread per set of trees: the same trees come out on every machine, and native threads that spin for work would
     * starve the pipeline beside them. Several sets are grown side by side instead.
     */
    public static final TreeSettings DEFAULT = new TreeSettings(200, 15, 0.08, 5, 17, 1);

    Map<String, Object> parameters() {
        var parameters = new HashMap<String, Object>();
        parameters.put("tree_method", "hist");
        parameters.put("max_bin", 48);
        parameters.put("objective", "reg:squarederror");
        parameters.put("eval_metric", "mae");
        // No tree at all then means no change against yesterday: a model starts as the seasonal naive one.
        parameters.put("base_score", 0.0);
        parameters.put("eta", learningRate);
        parameters.put("max_depth", depth);
        parameters.put("min_child_weight", 30);
        parameters.put("lambda", 10);
        parameters.put("subsample", 0.7);
        parameters.put("colsample_bytree", 0.6);
        parameters.put("seed", seed);
        parameters.put("nthread", threads);
        parameters.put("verbosity", 0);
        return parameters;
    }
}
