package io.fleetorchestrator.forecaster.training;

import io.fleetorchestrator.core.features.FeatureBuilder;
import io.fleetorchestrator.core.features.RegionHistory;
import io.fleetorchestrator.forecaster.model.HorizonRange;
import java.util.ArrayList;
import java.util.List;

/** The training rows of one signal, by range of horizons. */
public final class TrainingRows {

    /** Hours of history before the first row: three days are enough for the daily shape. */
    private static final int WARM_HOURS = 72;

    private final FeatureBuilder features;
    private final List<HorizonRange> ranges;
    private final List<RowSample> buffers;
    private final int longest;
    private final float[] rows;
    private final double[] anchors;

    public TrainingRows(FeatureBuilder features, int longestHorizon, int capacityPerRange) {
        this.features = features;
        this.ranges = HorizonRange.upTo(longestHorizon);
        this.longest = longestHorizon;
        this.buffers = new ArrayList<>();
        this.rows = new float[longest * features.schema().width()];
        this.anchors = new double[longest];
        ranges.forEach(range -> buffers.add(new RowSample(features.schema().width(), capacityPerRange)));
    }

    FeatureBuilder features() {
        return features;
    }

    List<HorizonRange> ranges() {
        return ranges;
    }

    RowSample of(HorizonRange range) {
        return buffers.get(ranges.indexOf(range));
    }

    /** Adds all rows whose targets are before {@code end}. */
    void extend(Cursor cursor, long end) {
        while (cursor.next() + longest < end) {
            cursor.step();
            if (cursor.next() - cursor.series().firstHour() >= WARM_HOURS) {
                add(cursor.series(), cursor.history());
            }
        }
    }

    private void add(RegionSeries series, RegionHistory history) {
        features.write(history, 1, longest, rows, anchors);
        for (HorizonRange range : ranges) {
            for (int horizon = range.from(); horizon <= range.to(); horizon++) {
                add(of(range), series, history.lastHour() + horizon, horizon);
            }
        }
    }

    private void add(RowSample buffer, RegionSeries series, long targetHour, int horizon) {
        double change = series.at(features.schema().signal(), targetHour) - anchors[horizon - 1];
        if (!Double.isNaN(change)) {
            long hash = hash(
                    series.region().hashCode(),
                    targetHour * ranges.get(ranges.size() - 1).to() + horizon);
            int width = features.schema().width();
            buffer.add(hash, targetHour - series.firstHour(), rows, (horizon - 1) * width, (float) change);
        }
    }

    /** A hash of the identity of a row (the finaliser of SplitMix64). */
    private static long hash(long region, long row) {
        long mixed = region * 0x9E3779B97F4A7C15L + row;
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
