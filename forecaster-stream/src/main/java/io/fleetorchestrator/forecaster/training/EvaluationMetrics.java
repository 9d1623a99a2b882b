package io.fleetorchestrator.forecaster.training;

import io.fleetorchestrator.core.time.EpochHours;
import java.util.Arrays;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/** Adds up how forecasts turned out; figures of regions can be added up again. */
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
     * @param hotFrom from which actual on an hour counts as hot
     * @param limit what the one-sided bound is held against
     * @param confidence what the intervals promise
     */
    public EvaluationMetrics(int horizons, double hotFrom, double limit, double confidence) {
        this.byHorizon = new ErrorStats[horizons];
        this.hotFrom = hotFrom;
        this.limit = limit;
        this.alpha = 1 - confidence;
        Arrays.setAll(byHorizon, horizon -> new ErrorStats());
    }

    /** Adds a forecast that came true. */
    public void add(Scored scored) {
        byHorizon[scored.horizon() - 1].add(scored, alpha);
        total.add(scored, alpha);
        byHour.computeIfAbsent(scored.hour(), hour -> new ErrorStats()).add(scored, alpha);
        if (scored.actual() >= hotFrom) {
            hot.add(scored, alpha);
        }
        if (scored.bounded()) {
            holdAgainstLimit(scored.actual() > limit, scored.outcome().getUpperOneSided() > limit);
        }
    }

    private void holdAgainstLimit(boolean exceeds, boolean blocked) {
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
        double worst = other.worstWeek();
        worstWeek = Double.isNaN(worstWeek) ? worst : Math.min(worstWeek, Double.isNaN(worst) ? worstWeek : worst);
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

    /** By stretch of so many hours that came true, counted since the epoch. */
    public SortedMap<Long, ErrorStats> byWeek(long hours) {
        var weeks = new TreeMap<Long, ErrorStats>();
        byHour.forEach((hour, account) -> weeks.computeIfAbsent(Math.floorDiv(hour, hours), week -> new ErrorStats())
                .add(account));
        return weeks;
    }

    public OptionalDouble coverageHorizonMin() {
        return Arrays.stream(byHorizon)
                .filter(ErrorStats::scored)
                .mapToDouble(ErrorStats::coverage)
                .min();
    }

    public OptionalDouble coverageHorizonMax() {
        return Arrays.stream(byHorizon)
                .filter(ErrorStats::scored)
                .mapToDouble(ErrorStats::coverage)
                .max();
    }

    /** Of the hours above the limit, the share whose bound lay below; NaN when there were none. */
    public double missedExceedance() {
        return (double) missedExceeding / exceeding;
    }

    /** Of the hours within the limit, the share whose bound lay above. */
    public double falseBlock() {
        return (double) falselyBlocked / safe;
    }

    /** Coverage of the worst 168 hours on end, of those with at least half their hours known; NaN when there are none. */
    public double worstWeek() {
        double worst = worstWeek;
        var window = new TreeMap<Long, ErrorStats>();
        long covered = 0;
        long bounded = 0;
        for (var entry : byHour.entrySet()) {
            window.put(entry.getKey(), entry.getValue());
            covered += entry.getValue().covered();
            bounded += entry.getValue().bounded();
            while (window.firstKey() <= entry.getKey() - EpochHours.WEEK) {
                var left = window.pollFirstEntry().getValue();
                covered -= left.covered();
                bounded -= left.bounded();
            }
            if (window.size() >= EpochHours.WEEK / 2 && bounded > 0) {
                double coverage = (double) covered / bounded;
                worst = Double.isNaN(worst) ? coverage : Math.min(worst, coverage);
            }
        }
        return worst;
    }
}
