package io.fleetorchestrator.forecaster.model;

import java.util.HashMap;
import java.util.Map;

/**
 * Parameters of the trees. The defaults regularise strongly: consecutive hours are nearly equal, so a month of hours has
 * far fewer independent samples than rows.
 */
public record TreeSettings(int rounds, int patience, double learningRate, int depth, int seed, int threads) {

    /**
     * One thread for each set of trees: the trees are then the same on every machine, and no spinning native threads slow the
     * pipeline down. Several sets are fitted in parallel instead.
     */
    public static final TreeSettings DEFAULT = new TreeSettings(200, 15, 0.08, 5, 17, 1);

    Map<String, Object> parameters() {
        var parameters = new HashMap<String, Object>();
        parameters.put("tree_method", "hist");
        parameters.put("max_bin", 48);
        parameters.put("objective", "reg:squarederror");
        parameters.put("eval_metric", "mae");
        // Without trees the predicted change is 0: the model then equals the seasonal naive forecast.
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
