package io.fleetorchestrator.core.scoring;

import io.fleetorchestrator.core.calibration.Confidence;
import io.fleetorchestrator.core.hole.Hole;
import io.fleetorchestrator.schemas.contract.CoverageSummary;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Running coverage and errors of one signal of one region, in bounded space. */
public final class CoverageLedger {

    private final Confidence confidence;
    private final DriftRule drift;
    private final CoverageCount[] byHorizon;
    private IntervalStats total = new IntervalStats();
    private CoverageCount hot = CoverageCount.EMPTY;
    private boolean drifting;
    private MeanErrors errors = new MeanErrors();
    private RollingWeek week = new RollingWeek();
    private HottestDecile hottest = new HottestDecile();

    public CoverageLedger(int horizons, Confidence confidence, DriftRule drift) {
        this.confidence = confidence;
        this.drift = drift;
        this.byHorizon = new CoverageCount[horizons];
        Arrays.fill(byHorizon, CoverageCount.EMPTY);
    }

    /**
     * Adds an hour that was measured, later than all hours before it.
     *
     * @param hour hours since the epoch
     * @param forecasts the forecasts of that hour
     * @return whether coverage was lost or restored by this hour
     */
    public Optional<CoverageChange> record(long hour, double actual, List<ScoredForecast> forecasts) {
        var scored = CoverageCount.EMPTY;
        for (ScoredForecast forecast : forecasts) {
            errors.add(forecast);
            scored = scored.plus(score(forecast));
        }
        hot = hottest.isHot(actual) ? hot.plus(scored) : hot;
        hottest.learn(hour, actual);
        week.add(hour, scored);
        return week.conclusive() ? judgeWeek() : Optional.empty();
    }

    private CoverageCount score(ScoredForecast forecast) {
        if (!forecast.bounded()) {
            return CoverageCount.EMPTY;
        }
        total.add(forecast, confidence.alpha());
        var count = CoverageCount.of(forecast);
        byHorizon[forecast.horizon() - 1] = byHorizon[forecast.horizon() - 1].plus(count);
        return count;
    }

    private Optional<CoverageChange> judgeWeek() {
        double coverage = week.sum().coverageUpper();
        double threshold = drifting ? drift.restored() : drift.floor();
        boolean nowDrifting = coverage < threshold;
        if (nowDrifting == drifting) {
            return Optional.empty();
        }
        drifting = nowDrifting;
        return Optional.of(new CoverageChange(drifting, coverage, threshold));
    }

    /** The figures so far; empty until an interval was scored. */
    public Optional<CoverageSummary> summary() {
        return total.count().scored() == 0 ? Optional.empty() : Optional.of(summed());
    }

    private CoverageSummary summed() {
        var count = total.count();
        var horizons = CoverageCount.range(Arrays.stream(byHorizon));
        return CoverageSummary.newBuilder()
                .setScored(count.scored())
                .setCoverage(count.coverage())
                .setCoverageUpper(count.coverageUpper())
                .setCoverageHorizonMin(horizons.getMin())
                .setCoverageHorizonMax(horizons.getMax())
                .setCoverageUpperHot(Hole.toNull(hot.coverageUpper()))
                .setCoverage7d(Hole.toNull(week.sum().coverage()))
                .setCoverageUpper7d(Hole.toNull(week.sum().coverageUpper()))
                .setCoverageWorst7d(Hole.toNull(week.worst()))
                .setMeanWidth(total.meanWidth())
                .setWinkler(total.meanWinkler())
                .setUpperMisses(count.upperMisses())
                .setUpperMissesHot(hot.upperMisses())
                .setMae(Hole.toNull(errors.model()))
                .setMaePersistence(Hole.toNull(errors.persistence()))
                .setMaeSeasonalNaive(Hole.toNull(errors.seasonalNaive()))
                .build();
    }

    /** Bytes that {@link #writeTo} needs. */
    public int encodedSize() {
        return (2 + byHorizon.length) * CoverageCount.BYTES
                + 3 * Double.BYTES
                + Byte.BYTES
                + MeanErrors.BYTES
                + RollingWeek.BYTES
                + HottestDecile.BYTES;
    }

    public void writeTo(ByteBuffer out) {
        total.count().writeTo(out);
        hot.writeTo(out);
        for (CoverageCount count : byHorizon) {
            count.writeTo(out);
        }
        out.putDouble(total.widths()).putDouble(total.winklers()).putDouble(week.worst());
        out.put((byte) (drifting ? 1 : 0));
        errors.writeTo(out);
        week.writeTo(out);
        hottest.writeTo(out);
    }

    /** The ledger that was written, with as many horizons as it then had. */
    public static CoverageLedger readFrom(ByteBuffer in, int horizons, Confidence confidence, DriftRule drift) {
        var ledger = new CoverageLedger(horizons, confidence, drift);
        var count = CoverageCount.readFrom(in);
        ledger.hot = CoverageCount.readFrom(in);
        Arrays.setAll(ledger.byHorizon, horizon -> CoverageCount.readFrom(in));
        ledger.total = new IntervalStats(count, in.getDouble(), in.getDouble());
        double worstWeek = in.getDouble();
        ledger.drifting = in.get() == 1;
        ledger.errors = MeanErrors.readFrom(in);
        ledger.week = RollingWeek.readFrom(in, worstWeek);
        ledger.hottest = HottestDecile.readFrom(in);
        return ledger;
    }
}
