package io.fleetorchestrator.core.coverage;

import java.nio.ByteBuffer;

/** Mean absolute errors of the forecasts and of the two simplest forecasters, all on the same hours. */
final class MeanErrors {

    static final int BYTES = Long.BYTES + 3 * Double.BYTES;

    private long compared;
    private double model;
    private double persistence;
    private double seasonalNaive;

    void add(ScoredForecast forecast, double actual) {
        if (forecast.comparable()) {
            compared++;
            model += Math.abs(actual - forecast.point());
            persistence += Math.abs(actual - forecast.persistence());
            seasonalNaive += Math.abs(actual - forecast.seasonalNaive());
        }
    }

    double model() {
        return model / compared;
    }

    double persistence() {
        return persistence / compared;
    }

    double seasonalNaive() {
        return seasonalNaive / compared;
    }

    void writeTo(ByteBuffer out) {
        out.putLong(compared).putDouble(model).putDouble(persistence).putDouble(seasonalNaive);
    }

    static MeanErrors readFrom(ByteBuffer in) {
        var errors = new MeanErrors();
        errors.compared = in.getLong();
        errors.model = in.getDouble();
        errors.persistence = in.getDouble();
        errors.seasonalNaive = in.getDouble();
        return errors;
    }
}
