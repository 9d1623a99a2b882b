package io.fleetorchestrator.forecaster.training;

import io.fleetorchestrator.forecaster.model.Samples;
import java.util.Arrays;
import java.util.function.LongPredicate;

/**
 * Training rows of some horizons in bounded memory. When it is full it keeps every second row, picked by a hash of the
 * row's own identity: evenly over all time and regions, and the same rows whatever order they came in.
 */
final class RowSample {

    private final int width;
    private final int capacity;
    private float[] features = new float[0];
    private float[] labels = new float[0];
    private long[] targetHours = new long[0];
    private long[] lots = new long[0];
    private int size;
    private long admitted = -1;

    RowSample(int width, int capacity) {
        this.width = width;
        this.capacity = capacity;
    }

    /** Whether a row of this lot would be kept: worth asking before the row is made. */
    boolean wants(long lot) {
        return Long.compareUnsigned(lot, admitted) <= 0;
    }

    void add(long lot, long targetHour, float[] rows, int offset, float label) {
        if (!wants(lot)) {
            return;
        }
        reach(size + 1);
        System.arraycopy(rows, offset, features, size * width, width);
        labels[size] = label;
        targetHours[size] = targetHour;
        lots[size] = lot;
        size++;
        if (size >= capacity) {
            thin();
        }
    }

    int size() {
        return size;
    }

    /** The target hour below which this share of the rows lies. */
    long hourAt(double share) {
        long[] sorted = Arrays.copyOf(targetHours, size);
        Arrays.sort(sorted);
        return size == 0 ? 0 : sorted[(int) Math.min(size - 1L, Math.round(share * size))];
    }

    /** The rows whose target hour is wanted. */
    Samples samples(LongPredicate targetHour) {
        var kept = new float[size * width];
        var keptLabels = new float[size];
        int count = 0;
        for (int row = 0; row < size; row++) {
            if (targetHour.test(targetHours[row])) {
                System.arraycopy(features, row * width, kept, count * width, width);
                keptLabels[count++] = labels[row];
            }
        }
        return new Samples(Arrays.copyOf(kept, count * width), Arrays.copyOf(keptLabels, count));
    }

    private void thin() {
        admitted >>>= 1;
        int kept = 0;
        for (int row = 0; row < size; row++) {
            if (wants(lots[row])) {
                System.arraycopy(features, row * width, features, kept * width, width);
                labels[kept] = labels[row];
                targetHours[kept] = targetHours[row];
                lots[kept++] = lots[row];
            }
        }
        size = kept;
    }

    private void reach(int wanted) {
        if (wanted > labels.length) {
            int grown = Math.min(capacity, Math.max(1024, labels.length * 2));
            features = Arrays.copyOf(features, grown * width);
            labels = Arrays.copyOf(labels, grown);
            targetHours = Arrays.copyOf(targetHours, grown);
            lots = Arrays.copyOf(lots, grown);
        }
    }
}
