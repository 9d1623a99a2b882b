package io.fleetorchestrator.core.outlook;

import io.fleetorchestrator.core.ledger.Ledger;
import io.fleetorchestrator.core.time.EpochHours;
import io.fleetorchestrator.schemas.contract.Footprint;

/**
 * One region over the hours of its forecast, including committed power. All values that a search needs are computed into
 * arrays when a forecast or the ledger changes, so that a search only reads them. Owned by one thread; hours are offsets
 * from {@link #firstHour()}.
 */
public final class RegionOutlook {

    /** kWh per MWh: water is in litres per kilowatt-hour. */
    private static final double KWH_PER_MWH = 1000;

    private final RegionTerms terms;
    private final HourlyForecast forecast;
    private final Ledger ledger;

    /** Bounds without the requested workload; positive infinity for a hole, because unknown hours must not pass. */
    private final double[] ambientC;

    private final double[] loadMw;
    private final HourlySums energyMwhPerMw;
    private final HourlySums carbonKgPerMw;
    private final HourlySums waterLPerMw;

    /** The placed load whose heat the forecast already includes; NaN before it was first looked up. */
    private double flexibleMwSeen = Double.NaN;

    public RegionOutlook(RegionTerms terms, HourlyForecast forecast, Ledger ledger) {
        this.terms = terms;
        this.forecast = forecast;
        this.ledger = ledger;
        int horizon = forecast.horizon;
        ambientC = new double[horizon];
        loadMw = new double[horizon];
        double[] energy = new double[horizon];
        double[] carbon = new double[horizon];
        double[] water = new double[horizon];
        for (int hour = 0; hour < horizon; hour++) {
            energy[hour] = terms.pue().at(forecast.temperatureC[hour]);
            carbon[hour] = energy[hour] * forecast.carbonGPerKwh[hour];
            water[hour] = energy[hour] * KWH_PER_MWH * waterLPerKwh(hour);
        }
        energyMwhPerMw = new HourlySums(energy);
        carbonKgPerMw = new HourlySums(carbon);
        waterLPerMw = new HourlySums(water);
        recommit(firstHour(), firstHour() + horizon);
    }

    /** Reads the ledger for these hours, and for all hours if the load before the forecast has changed. */
    public void recommit(long start, long end) {
        double seen = Math.min(forecast.flexibleMwAtIssue(), ledger.committedMw(region(), firstHour() - 1));
        if (seen == flexibleMwSeen) {
            recommitHours(start, end);
        } else {
            flexibleMwSeen = seen;
            recommitHours(firstHour(), firstHour() + horizon());
        }
    }

    private void recommitHours(long start, long end) {
        int last = (int) Math.min(end - firstHour(), forecast.horizon);
        for (int hour = (int) Math.max(start - firstHour(), 0); hour < last; hour++) {
            double committed = ledger.committedMw(terms.region(), firstHour() + hour);
            ambientC[hour] = infinityIfUnknown(
                    terms.thermal().ambientC(forecast.temperatureUpperC[hour], committed, flexibleMwSeen));
            loadMw[hour] = infinityIfUnknown(forecast.itLoadUpperMw[hour] + committed);
        }
    }

    public RegionTerms terms() {
        return terms;
    }

    public HourlyForecast forecast() {
        return forecast;
    }

    public String region() {
        return terms.region();
    }

    public long firstHour() {
        return forecast.firstHour();
    }

    public int horizon() {
        return forecast.horizon;
    }

    /** The bound of each hour without the requested workload; must not be changed. */
    public double[] ambientC() {
        return ambientC;
    }

    /** Upper bound of the inflexible load plus committed power, by hour; must not be changed. */
    public double[] loadMw() {
        return loadMw;
    }

    /**
     * The placed load whose heat is in the forecast: as measured in the hour before its issue, but at most what we placed
     * there. The heat of other load remains when our workloads end.
     */
    public double flexibleMwSeen() {
        return flexibleMwSeen;
    }

    public double upperC(int hour) {
        return forecast.temperatureUpperC[hour];
    }

    public double itLoadUpperMw(int hour) {
        return forecast.itLoadUpperMw[hour];
    }

    public double committedMw(int hour) {
        return ledger.committedMw(terms.region(), firstHour() + hour);
    }

    /** Power that can still be placed in this hour; negative if the hour is overcommitted, NaN for a hole. */
    public double headroomMw(int hour) {
        double byHeat =
                terms.thermal().marginC(ambientC[hour]) / terms.thermal().perMwC();
        double headroom = Math.min(terms.capacityMw() - loadMw[hour], byHeat);
        return Double.isInfinite(headroom) ? Double.NaN : headroom;
    }

    public boolean carbonKnown(int start, int end) {
        return carbonKgPerMw.knownOver(start, end);
    }

    public boolean waterKnown(int start, int end) {
        return waterLPerMw.knownOver(start, end);
    }

    public double carbonKgPerMw(int start, int end) {
        return carbonKgPerMw.over(start, end);
    }

    public double waterLPerMw(int start, int end) {
        return waterLPerMw.over(start, end);
    }

    /** Whether the cost of running is known for all these hours, which may be outside the horizon. */
    public boolean costKnown(long start, long end) {
        return start >= 0
                && end <= horizon()
                && carbonKnown((int) start, (int) end)
                && waterKnown((int) start, (int) end);
    }

    /** The cost of running over these hours. */
    public Footprint footprint(int start, int end, double powerMw) {
        return new Footprint(
                region(),
                EpochHours.start(firstHour() + start),
                powerMw * energyMwhPerMw.over(start, end),
                powerMw * carbonKgPerMw.over(start, end),
                powerMw * waterLPerMw.over(start, end));
    }

    /** As forecast; from the curve of the region if its water is not measured. */
    private double waterLPerKwh(int hour) {
        double measured = forecast.waterLPerKwh[hour];
        return Double.isNaN(measured) ? terms.waterLPerKwh().at(forecast.temperatureC[hour]) : measured;
    }

    private static double infinityIfUnknown(double value) {
        return Double.isNaN(value) ? Double.POSITIVE_INFINITY : value;
    }
}
