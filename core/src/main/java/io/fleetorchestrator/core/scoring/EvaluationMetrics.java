package io.fleetorchestrator.core.scoring;

import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Figures of many forecasts of one region; the figures of several regions can be added up. */
public final class EvaluationMetrics {

    private final ErrorStats[] byHorizon;
    private final ErrorStats total = new ErrorStats();
    private final ErrorStats hot = new ErrorStats();
    private final Map<Long, ErrorStats> byHour = new TreeMap<>();
    private final double hotFrom;
    private final double limit;
    private final double alpha;
    private long exceeding;
    private long missedExceeding;
    private long safe;
    private long falselyBlocked;
    private double worstWeek = Double.NaN;

    /**
     * Figures without forecasts.
     *
     * @param hotFrom from which actual value on an hour counts as hot
     * @param limit what the one-sided bound is compared with
     * @param confidence confidence of the intervals
     */
    public EvaluationMetrics(int horizons, double hotFrom, double limit, double confidence) {
        this.byHorizon = new ErrorStats[horizons];
        this.hotFrom = hotFrom;
        this.limit = limit;
        this.alpha = 1 - confidence;
        Arrays.setAll(byHorizon, horizon -> new ErrorStats());
    }

    /** Adds a forecast whose hour was measured. */
    public void add(ScoredForecast scored) {
        byHorizon[scored.horizon() - 1].add(scored, alpha);
        total.add(scored, alpha);
        byHour.computeIfAbsent(scored.hour(), hour -> new ErrorStats()).add(scored, alpha);
        if (scored.actual() >= hotFrom) {
            hot.add(scored, alpha);
        }
        if (scored.bounded()) {
            compareWithLimit(scored.actual() > limit, scored.upperOneSided() > limit);
        }
    }

    private void compareWithLimit(boolean exceeds, boolean blocked) {
        exceeding += exceeds ? 1 : 0;
        missedExceeding += exceeds && !blocked ? 1 : 0;
        safe += exceeds ? 0 : 1;
        falselyBlocked += !exceeds && blocked ? 1 : 0;
    }

    /** Adds another region's figures to these. */
    public void add(EvaluationMetrics other) {
        total.add(other.total);
        hot.add(other.hot);
        for (int horizon = 0; horizon < byHorizon.length; horizon++) {
            byHorizon[horizon].add(other.byHorizon[horizon]);
        }
        exceeding += other.exceeding;
        missedExceeding += other.missedExceeding;
        safe += other.safe;
        falselyBlocked += other.falselyBlocked;
        worstWeek = lower(worstWeek, other.worstWeek());
    }

    /** Everything together. */
    public ErrorStats total() {
        return total;
    }

    /** The hottest hours alone. */
    public ErrorStats hot() {
        return hot;
    }

    /** By horizon, the next hour first. */
    public ErrorStats[] byHorizon() {
        return byHorizon.clone();
    }

    /** By period of so many hours, counted since the epoch. */
    public SortedMap<Long, ErrorStats> byWeek(long hours) {
        var weeks = new TreeMap<Long, ErrorStats>();
        byHour.forEach((hour, stats) -> weeks.computeIfAbsent(Math.floorDiv(hour, hours), week -> new ErrorStats())
                .add(stats));
        return weeks;
    }

    /** Lowest and highest coverage of any horizon; infinite when no interval was scored. */
    public DoubleSummaryStatistics coverageByHorizon() {
        return CoverageCount.range(Arrays.stream(byHorizon).map(ErrorStats::count));
    }

    /** Of the hours above the limit, the share whose bound lay below it; NaN when there were none. */
    public double missedExceedance() {
        return (double) missedExceeding / exceeding;
    }

    /** Of the hours within the limit, the share whose bound lay above it. */
    public double falseBlock() {
        return (double) falselyBlocked / safe;
    }

    /** The lowest coverage of any 7 days, of which at least half of the hours were scored; NaN when there are none. */
    public double worstWeek() {
        var week = new RollingWeek();
        byHour.forEach((hour, stats) -> week.add(hour, stats.count()));
        return lower(week.worst(), worstWeek);
    }

    private static double lower(double one, double other) {
        return Double.isNaN(one) || other < one ? other : one;
    }
}
