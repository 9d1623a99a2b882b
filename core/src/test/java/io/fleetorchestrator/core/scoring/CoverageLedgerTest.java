package io.fleetorchestrator.core.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fleetorchestrator.core.calibration.Confidence;
import io.fleetorchestrator.core.calibration.Margins;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CoverageLedgerTest {

    private static final DriftRule DRIFT = DriftRule.below(0.85, Confidence.DEFAULT);

    private final CoverageLedger ledger = new CoverageLedger(2, Confidence.DEFAULT, DRIFT);

    @Test
    void hasNoSummaryUntilAnIntervalWasScored() {
        // when
        ledger.record(0, 10, List.of(new ScoredForecast(0, 1, 10, 11, Margins.NONE, new Baselines(12, 13))));

        // then
        assertThat(ledger.summary()).isEmpty();
    }

    @Test
    void countsHitsAndMisses() {
        // when one hour inside, one 3 above the bound
        record(ledger, 0, 10, 10, 11);
        record(ledger, 1, 15, 10, 14);

        // then
        var summary = ledger.summary().orElseThrow();
        assertThat(summary.getScored()).isEqualTo(4);
        assertThat(summary.getCoverage()).isEqualTo(0.75);
        assertThat(summary.getCoverageHorizonMin()).isEqualTo(0.5);
        assertThat(summary.getCoverageHorizonMax()).isEqualTo(1.0);
        assertThat(summary.getMeanWidth()).isEqualTo(4);
        assertThat(summary.getWinkler()).isCloseTo(4 + 40 * 3 / 4.0, within(1e-9));
        assertThat(summary.getUpperMisses()).isEqualTo(1);
        assertThat(summary.getMae()).isEqualTo((0 + 1 + 5 + 1) / 4.0);
        assertThat(summary.getMaePersistence()).isEqualTo((1 + 1 + 6 + 6) / 4.0);
        assertThat(summary.getMaeSeasonalNaive()).isEqualTo((2 + 2 + 7 + 7) / 4.0);
    }

    @Test
    void forgetsAfterSevenDaysButRemembersTheWorst() {
        // given a bad week
        for (int hour = 0; hour < 168; hour++) {
            record(ledger, hour, hour % 2 == 0 ? 10 : 20, 10);
        }
        assertThat(ledger.summary().orElseThrow().getCoverage7d()).isEqualTo(0.5);

        // when a perfect one follows
        for (int hour = 168; hour < 336; hour++) {
            record(ledger, hour, 10, 10);
        }

        // then
        var summary = ledger.summary().orElseThrow();
        assertThat(summary.getCoverage7d()).isEqualTo(1.0);
        assertThat(summary.getCoverageWorst7d()).isEqualTo(0.5);
        assertThat(summary.getCoverage()).isEqualTo(0.75);
    }

    @Test
    void forgetsTheWeekAfterAGapOfDays() {
        // given
        for (int hour = 0; hour < 100; hour++) {
            record(ledger, hour, 20, 10);
        }

        // when
        record(ledger, 400, 10, 10);

        // then
        assertThat(ledger.summary().orElseThrow().getCoverage7d()).isEqualTo(1.0);
    }

    @Test
    void reportsOnceThatCoverageIsLostAndOnceThatItIsRestored() {
        // given
        var changes = new ArrayList<CoverageChange>();

        // when 8 days with every fifth hour missed, then 8 perfect ones
        for (int hour = 0; hour < 384; hour++) {
            double actual = hour < 192 && hour % 5 == 0 ? 20 : 10;
            record(ledger, hour, actual, 10).ifPresent(changes::add);
        }

        // then
        assertThat(changes).extracting(CoverageChange::lost).containsExactly(true, false);
        assertThat(changes.get(0).coverage()).isLessThan(DRIFT.floor());
        assertThat(changes.get(1).coverage()).isGreaterThanOrEqualTo(DRIFT.restored());
    }

    @Test
    void decidesWhetherAnHourIsHotByTheHoursBeforeIt() {
        // given
        var threshold = new HottestDecile();
        var random = new Random(1);
        int hot = 0;

        // when
        for (int hour = 0; hour < 10_000; hour++) {
            double value = random.nextGaussian();
            hot += threshold.isHot(value) ? 1 : 0;
            threshold.learn(hour, value);
        }

        // then
        assertThat(hot / 10_000.0).isCloseTo(0.1, within(0.03));
        assertThat(threshold.isHot(2.5)).isTrue();
        assertThat(threshold.isHot(0)).isFalse();
    }

    @Test
    void continuesFromItsBytes() {
        // given
        for (int hour = 0; hour < 300; hour++) {
            record(ledger, hour, hour % 7, 3, 4);
        }
        var bytes = ByteBuffer.allocate(ledger.encodedSize());
        ledger.writeTo(bytes);
        assertThat(bytes.hasRemaining()).isFalse();

        // when
        var copy = CoverageLedger.readFrom(bytes.flip(), 2, Confidence.DEFAULT, DRIFT);
        record(ledger, 300, 6, 3);
        record(copy, 300, 6, 3);

        // then
        assertThat(copy.summary()).isEqualTo(ledger.summary());
    }

    /** Records an hour with forecasts of the horizons 1, 2 and so on. */
    private static Optional<CoverageChange> record(CoverageLedger ledger, long hour, double actual, double... points) {
        var forecasts = IntStream.range(0, points.length)
                .mapToObj(at -> new ScoredForecast(
                        hour, at + 1, actual, points[at], new Margins(2, 2, 1.5), new Baselines(9, 8)))
                .toList();
        return ledger.record(hour, actual, forecasts);
    }
}
