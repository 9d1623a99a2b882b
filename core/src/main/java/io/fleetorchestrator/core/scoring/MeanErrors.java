package io.fleetorchestrator.core.scoring;

import java.nio.ByteBuffer;

/** Mean absolute errors of the forecasts and of the two simplest forecasters, all on the same hours. */
final class MeanErrors {

    static final int BYTES = Long.BYTES + 3 * Double.BYTES;

    private long compared;
    private double model;
    private double persistence;
    private double seasonalNaive;

    void add(ScoredForecast forecast) {
        var baselines = forecast.baselines();
        if (baselines.known()) {
            compared++;
            model += Math.abs(forecast.error());
            persistence += Math.abs(forecast.actual() - baselines.persistence());
            seasonalNaive += Math.abs(forecast.actual() - baselines.seasonalNaive());
        }
    }

    void add(MeanErrors other) {
        compared += other.compared;
        model += other.model;
        persistence += other.persistence;
        seasonalNaive += other.seasonalNaive;
    }

    boolean isEmpty() {
        return compared == 0;
    }

    /** NaN when nothing was compared. */
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
