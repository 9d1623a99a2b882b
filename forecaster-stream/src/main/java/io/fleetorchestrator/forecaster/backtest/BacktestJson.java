package io.fleetorchestrator.forecaster.backtest;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fleetorchestrator.core.scoring.ErrorStats;
import io.fleetorchestrator.core.scoring.EvaluationMetrics;

/** A result as one JSON object; unknown figures are null. */
final class BacktestJson {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private BacktestJson() {}

    static ObjectNode of(BacktestResult result) {
        var json = of(result.figures());
        json.put("seconds", rounded(result.seconds()));
        var regions = json.putObject("regions");
        result.regions().forEach(region -> regions.set(region.region(), of(region.figures())));
        return json;
    }

    private static ObjectNode of(EvaluationMetrics figures) {
        var total = figures.total();
        var json = MAPPER.createObjectNode().put("rows", total.rows());
        put(json, "mae", total.mae());
        maeByHorizon(json, figures);
        put(json, "maeSeasonalNaive", total.maeSeasonalNaive());
        put(json, "maePersistence", total.maePersistence());
        put(json, "coverage", total.coverage());
        put(json, "coverageHorizonMin", figures.coverageByHorizon().getMin());
        put(json, "coverageHorizonMax", figures.coverageByHorizon().getMax());
        put(json, "coverageUpper", total.coverageUpper());
        put(json, "coverageUpperHot", figures.hot().coverageUpper());
        put(json, "coverageWorst7d", figures.worstWeek());
        put(json, "meanWidth", total.meanWidth());
        put(json, "winkler", total.winkler());
        put(json, "upperMiss", 1 - total.coverageUpper());
        put(json, "missedExceedance", figures.missedExceedance());
        put(json, "falseBlock", figures.falseBlock());
        return json;
    }

    private static void maeByHorizon(ObjectNode json, EvaluationMetrics figures) {
        var byHorizon = json.putArray("maeByHorizon");
        for (ErrorStats stats : figures.byHorizon()) {
            if (Double.isFinite(stats.mae())) {
                byHorizon.add(rounded(stats.mae()));
            } else {
                byHorizon.addNull();
            }
        }
    }

    private static void put(ObjectNode json, String name, double figure) {
        if (Double.isFinite(figure)) {
            json.put(name, rounded(figure));
        } else {
            json.putNull(name);
        }
    }

    private static double rounded(double figure) {
        return Math.round(figure * 1e5) / 1e5;
    }
}
