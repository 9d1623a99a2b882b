package io.fleetorchestrator.core.outlook;

import io.fleetorchestrator.core.ledger.Ledger;
import io.fleetorchestrator.core.time.EpochHours;
import io.fleetorchestrator.schemas.contract.Footprint;

/**
 * One region over the hours of its forecast, with what is committed counted in. Everything that a search asks for is
 * laid out in arrays when a forecast or the ledger changes, so that asking costs no more than reading them. Owned by one
 * thread; hours are offsets from {@link #firstHour()}.
 */
public final class RegionOutlook {

    /** A kilowatt-hour of a megawatt-hour: water is told in litres per kilowatt-hour. */
    private static final double KWH_PER_MWH = 1000;

    private final RegionTerms terms;
    private final HourlyForecast forecast;
    private final Ledger ledger;

    /** Bounds before the workload that asks; positive infinity in a hole, because what is unknown must not pass. */
    private final double[] ambientC;

    private final double[] loadMw;
    private final HourlySums energyMwhPerMw;
    private final HourlySums carbonKgPerMw;
    private final HourlySums waterLPerMw;

    /** The placed load whose heat the forecast already saw; NaN before it was first looked up. */
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

    /** Takes over what the ledger holds for these hours, and for all if the load before the forecast has changed. */
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
            ambientC[hour] = unknownIsTooMuch(
                    terms.thermal().ambientC(forecast.temperatureUpperC[hour], committed, flexibleMwSeen));
            loadMw[hour] = unknownIsTooMuch(forecast.itLoadUpperMw[hour] + committed);
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

    /** The bound of each hour before the workload that asks; not to be changed. */
    public double[] ambientC() {
        return ambientC;
    }

    /** Upper bound of the inflexible load plus what is committed, by hour; not to be changed. */
    public double[] loadMw() {
        return loadMw;
    }

    /**
     * The placed load whose heat is in the forecast: as measured in the hour before its issue, but no more than we placed
     * there. The heat of other load does not go away when our workloads end.
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

    /** How much more could be placed in this hour; negative when it is overcommitted already, NaN in a hole. */
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

    /** Whether what running costs is known for all these hours, which may lie outside the horizon. */
    public boolean costKnown(long start, long end) {
        return start >= 0
                && end <= horizon()
                && carbonKnown((int) start, (int) end)
                && waterKnown((int) start, (int) end);
    }

    /** What running costs over these hours. */
    public Footprint footprint(int start, int end, double powerMw) {
        return new Footprint(
                region(),
                EpochHours.start(firstHour() + start),
                powerMw * energyMwhPerMw.over(start, end),
                powerMw * carbonKgPerMw.over(start, end),
                powerMw * waterLPerMw.over(start, end));
    }

    /** As forecast; where nobody measures water, as the region's curve has it. */
    private double waterLPerKwh(int hour) {
        double measured = forecast.waterLPerKwh[hour];
        return Double.isNaN(measured) ? terms.waterLPerKwh().at(forecast.temperatureC[hour]) : measured;
    }

    private static double unknownIsTooMuch(double value) {
        return Double.isNaN(value) ? Double.POSITIVE_INFINITY : value;
    }
}
