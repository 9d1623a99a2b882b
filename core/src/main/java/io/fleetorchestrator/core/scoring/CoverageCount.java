package io.fleetorchestrator.core.scoring;

import java.nio.ByteBuffer;
import java.util.DoubleSummaryStatistics;
import java.util.stream.Stream;

/** How many intervals were scored, and how many of them covered the actual value. */
record CoverageCount(long scored, long covered, long coveredUpper) {

    static final CoverageCount EMPTY = new CoverageCount(0, 0, 0);
    static final int BYTES = 3 * Long.BYTES;

    static CoverageCount of(ScoredForecast forecast) {
        return new CoverageCount(1, forecast.covered() ? 1 : 0, forecast.coveredUpper() ? 1 : 0);
    }

    /** Lowest and highest two-sided coverage of those counts in which anything was scored. */
    static DoubleSummaryStatistics range(Stream<CoverageCount> counts) {
        return counts.filter(count -> count.scored() > 0)
                .mapToDouble(CoverageCount::coverage)
                .summaryStatistics();
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
