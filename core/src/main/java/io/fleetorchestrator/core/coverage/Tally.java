package io.fleetorchestrator.core.coverage;

import java.nio.ByteBuffer;

/** How many intervals were scored in some hours, and how many kept their promise. */
record Tally(long scored, long covered, long coveredUpper) {

    static final Tally EMPTY = new Tally(0, 0, 0);
    static final int BYTES = 3 * Long.BYTES;

    static Tally of(ScoredForecast forecast, double actual) {
        return new Tally(1, forecast.covers(actual) ? 1 : 0, actual <= forecast.upperOneSided() ? 1 : 0);
    }

    Tally plus(Tally other) {
        return new Tally(scored + other.scored, covered + other.covered, coveredUpper + other.coveredUpper);
    }

    Tally minus(Tally other) {
        return new Tally(scored - other.scored, covered - other.covered, coveredUpper - other.coveredUpper);
    }

    /** NaN when nothing was scored. */
    double coverage() {
        return (double) covered / scored;
    }

    double coverageUpper() {
        return (double) coveredUpper / scored;
    }

    long upperMisses() {
        return scored - coveredUpper;
    }

    void writeTo(ByteBuffer out) {
        out.putLong(scored).putLong(covered).putLong(coveredUpper);
    }

    static Tally readFrom(ByteBuffer in) {
        return new Tally(in.getLong(), in.getLong(), in.getLong());
    }
}
