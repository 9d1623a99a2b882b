package io.fleetorchestrator.core.scoring;

/** Errors, coverage and width of some forecasts. A figure is NaN while no forecast counts for it. */
public final class ErrorStats {

    private long rows;
    private double errors;
    private final MeanErrors compared = new MeanErrors();
    private final IntervalStats intervals = new IntervalStats();

    void add(ScoredForecast forecast, double alpha) {
        rows++;
        errors += Math.abs(forecast.error());
        compared.add(forecast);
        if (forecast.bounded()) {
            intervals.add(forecast, alpha);
        }
    }

    void add(ErrorStats other) {
        rows += other.rows;
        errors += other.errors;
        compared.add(other.compared);
        intervals.add(other.intervals);
    }

    public long rows() {
        return rows;
    }

    CoverageCount count() {
        return intervals.count();
    }

    /** Mean absolute error of the rows that have both baselines; of all rows if none has. */
    public double mae() {
        return compared.isEmpty() ? errors / rows : compared.model();
    }

    public double maePersistence() {
        return compared.persistence();
    }

    public double maeSeasonalNaive() {
        return compared.seasonalNaive();
    }

    public double coverage() {
        return count().coverage();
    }

    public double coverageUpper() {
        return count().coverageUpper();
    }

    public double meanWidth() {
        return intervals.meanWidth();
    }

    public double winkler() {
        return intervals.meanWinkler();
    }
}
