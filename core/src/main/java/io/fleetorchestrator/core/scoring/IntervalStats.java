package io.fleetorchestrator.core.scoring;

/** Coverage, mean width and mean Winkler score of intervals. */
final class IntervalStats {

    private CoverageCount count;
    private double widths;
    private double winklers;

    IntervalStats() {
        this(CoverageCount.EMPTY, 0, 0);
    }

    IntervalStats(CoverageCount count, double widths, double winklers) {
        this.count = count;
        this.widths = widths;
        this.winklers = winklers;
    }

    void add(ScoredForecast forecast, double alpha) {
        count = count.plus(CoverageCount.of(forecast));
        widths += forecast.width();
        winklers += forecast.winkler(alpha);
    }

    void add(IntervalStats other) {
        count = count.plus(other.count);
        widths += other.widths;
        winklers += other.winklers;
    }

    CoverageCount count() {
        return count;
    }

    double widths() {
        return widths;
    }

    double winklers() {
        return winklers;
    }

    /** NaN when nothing was scored. */
    double meanWidth() {
        return widths / count.scored();
    }

    double meanWinkler() {
        return winklers / count.scored();
    }
}
