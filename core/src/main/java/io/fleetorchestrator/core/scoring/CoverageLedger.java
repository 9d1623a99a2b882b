package io.fleetorchestrator.core.coverage;

import io.fleetorchestrator.core.calibration.Confidence;
import io.fleetorchestrator.schemas.contract.CoverageSummary;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The running account of one region and signal: promise against fact, in bounded space. */
public final class CoverageLedger {

    private final Confidence confidence;
    private final DriftRule drift;
    private final CoverageCount[] byHorizon;
    private CoverageCount total = CoverageCount.EMPTY;
    private CoverageCount hot = CoverageCount.EMPTY;
    private double widths;
    private double winklers;
    private double worstWeek = Double.NaN;
    private boolean drifting;
    private MeanErrors errors = new MeanErrors();
    private RollingWeek week = new RollingWeek();
    private HottestDecile hotThreshold = new HottestDecile();

    public CoverageLedger(int horizons, Confidence confidence, DriftRule drift) {
        this.confidence = confidence;
        this.drift = drift;
        this.byHorizon = new CoverageCount[horizons];
        Arrays.fill(byHorizon, CoverageCount.EMPTY);
    }

    /**
     * Enters an hour that came true, later than all before it.
     *
     * @param hour hours since the epoch
     * @param forecasts what had been forecast of it
     * @return whether coverage was thereby lost or found again
     */
    public Optional<CoverageChange> record(long hour, double actual, List<ScoredForecast> forecasts) {
        var scored = CoverageCount.EMPTY;
        for (ScoredForecast forecast : forecasts) {
            errors.add(forecast, actual);
            scored = scored.plus(score(forecast, actual));
        }
        total = total.plus(scored);
        hot = hotThreshold.isHot(actual) ? hot.plus(scored) : hot;
        hotThreshold.learn(hour, actual);
        week.add(hour, scored);
        return week.telling() ? judgeWeek() : Optional.empty();
    }

    private CoverageCount score(ScoredForecast forecast, double actual) {
        if (!forecast.margins().known()) {
            return CoverageCount.EMPTY;
        }
        widths += forecast.width();
        winklers += forecast.winkler(actual, confidence.alpha());
        var tally = CoverageCount.of(forecast, actual);
        byHorizon[forecast.horizon() - 1] = byHorizon[forecast.horizon() - 1].plus(tally);
        return tally;
    }

    private Optional<CoverageChange> judgeWeek() {
        worstWeek = Double.isNaN(worstWeek)
                ? week.sum().coverage()
                : Math.min(worstWeek, week.sum().coverage());
        double coverage = week.sum().coverageUpper();
        double threshold = drifting ? drift.restored() : drift.floor();
        boolean nowDrifting = coverage < threshold;
        if (nowDrifting == drifting) {
            return Optional.empty();
        }
        drifting = nowDrifting;
        return Optional.of(new CoverageChange(drifting, coverage, threshold));
    }

    /** The account so far; empty until an interval was scored. */
    public Optional<CoverageSummary> summary() {
        return total.scored() == 0 ? Optional.empty() : Optional.of(summed());
    }

    private CoverageSummary summed() {
        return CoverageSummary.newBuilder()
                .setScored(total.scored())
                .setCoverage(total.coverage())
                .setCoverageUpper(total.coverageUpper())
                .setCoverageHorizonMin(horizons().getMin())
                .setCoverageHorizonMax(horizons().getMax())
                .setCoverageUpperHot(orNull(hot.coverageUpper()))
                .setCoverage7d(orNull(week.sum().coverage()))
                .setCoverageUpper7d(orNull(week.sum().coverageUpper()))
                .setCoverageWorst7d(orNull(worstWeek))
                .setMeanWidth(widths / total.scored())
                .setWinkler(winklers / total.scored())
                .setUpperMisses(total.upperMisses())
                .setUpperMissesHot(hot.upperMisses())
                .setMae(orNull(errors.model()))
                .setMaePersistence(orNull(errors.persistence()))
                .setMaeSeasonalNaive(orNull(errors.seasonalNaive()))
                .build();
    }

    private DoubleSummaryStatistics horizons() {
        return Arrays.stream(byHorizon)
                .filter(tally -> tally.scored() > 0)
                .mapToDouble(CoverageCount::coverage)
                .summaryStatistics();
    }

    private static @Nullable Double orNull(double figure) {
        return Double.isNaN(figure) ? null : figure;
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
        total.writeTo(out);
        hot.writeTo(out);
        for (CoverageCount tally : byHorizon) {
            tally.writeTo(out);
        }
        out.putDouble(widths).putDouble(winklers).putDouble(worstWeek).put((byte) (drifting ? 1 : 0));
        errors.writeTo(out);
        week.writeTo(out);
        hotThreshold.writeTo(out);
    }

    /** The ledger that was written, with as many horizons as it then had. */
    public static CoverageLedger readFrom(ByteBuffer in, int horizons, Confidence confidence, DriftRule drift) {
        var ledger = new CoverageLedger(horizons, confidence, drift);
        ledger.total = CoverageCount.readFrom(in);
        ledger.hot = CoverageCount.readFrom(in);
        Arrays.setAll(ledger.byHorizon, horizon -> CoverageCount.readFrom(in));
        ledger.widths = in.getDouble();
        ledger.winklers = in.getDouble();
        ledger.worstWeek = in.getDouble();
        ledger.drifting = in.get() == 1;
        ledger.errors = MeanErrors.readFrom(in);
        ledger.week = RollingWeek.readFrom(in);
        ledger.hotThreshold = HottestDecile.readFrom(in);
        return ledger;
    }
}
