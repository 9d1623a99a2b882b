package io.fleetorchestrator.core.coverage;

import java.nio.ByteBuffer;

/** How many intervals were scored in some hours, and how many kept their promise. */
record CoverageCount(long scored, long covered, long coveredUpper) {

    static final CoverageCount EMPTY = new CoverageCount(0, 0, 0);
    static final int BYTES = 3 * Long.BYTES;

    static CoverageCount of(ScoredForecast forecast, double actual) {
        return new CoverageCount(1, forecast.covers(actual) ? 1 : 0, actual <= forecast.upperOneSided() ? 1 : 0);
    }

    CoverageCount plus(CoverageCount other) {
        return new CoverageCount(scored + other.scored, covered + other.covered, coveredUpper + other.coveredUpper);
    }

    CoverageCount minus(CoverageCount other) {
        return new CoverageCount(scored - other.scored, covered - other.covered, coveredUpper - other.coveredUpper);
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

    static CoverageCount readFrom(ByteBuffer in) {
        return new CoverageCount(in.getLong(), in.getLong(), in.getLong());
    }
}
