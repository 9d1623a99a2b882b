package io.fleetorchestrator.forecaster.training;

import io.fleetorchestrator.schemas.contract.HorizonOutcome;

/** Promise against fact over some forecasts. Every figure is NaN until something speaks for it. */
public final class ErrorStats {

    private long rows;
    private long compared;
    private double error;
    private double errorPersistence;
    private double errorSeasonalNaive;
    private double errorCompared;
    private long bounded;
    private long covered;
    private long coveredUpper;
    private double widths;
    private double winklers;

    void add(Scored scored, double alpha) {
        rows++;
        error += Math.abs(scored.error());
        if (scored.comparable()) {
            compared++;
            errorCompared += Math.abs(scored.error());
            errorPersistence += Math.abs(scored.actual() - scored.persistence());
            errorSeasonalNaive += Math.abs(scored.actual() - scored.seasonalNaive());
        }
        if (scored.bounded()) {
            addBounded(scored.actual(), scored.outcome(), alpha);
        }
    }

    private void addBounded(double actual, HorizonOutcome outcome, double alpha) {
        double below = outcome.getLower() - actual;
        double above = actual - outcome.getUpper();
        double width = outcome.getUpper() - outcome.getLower();
        bounded++;
        covered += below <= 0 && above <= 0 ? 1 : 0;
        coveredUpper += actual <= outcome.getUpperOneSided() ? 1 : 0;
        widths += width;
        winklers += width + 2 / alpha * Math.max(0, Math.max(below, above));
    }

    void add(ErrorStats other) {
        rows += other.rows;
        compared += other.compared;
        error += other.error;
        errorCompared += other.errorCompared;
        errorPersistence += other.errorPersistence;
        errorSeasonalNaive += other.errorSeasonalNaive;
        bounded += other.bounded;
        covered += other.covered;
        coveredUpper += other.coveredUpper;
        widths += other.widths;
        winklers += other.winklers;
    }

    public long rows() {
        return rows;
    }

    public long bounded() {
        return bounded;
    }

    long covered() {
        return covered;
    }

    boolean scored() {
        return bounded > 0;
    }

    /** Mean absolute error where the simplest forecasters have one too; of all rows when they never have. */
    public double mae() {
        return compared == 0 ? error / rows : errorCompared / compared;
    }

    public double maePersistence() {
        return errorPersistence / compared;
    }

    public double maeSeasonalNaive() {
        return errorSeasonalNaive / compared;
    }

    public double coverage() {
        return (double) covered / bounded;
    }

    public double coverageUpper() {
        return (double) coveredUpper / bounded;
    }

    public double meanWidth() {
        return widths / bounded;
    }

    public double winkler() {
        return winklers / bounded;
    }
}
