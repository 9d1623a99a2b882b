package io.fleetorchestrator.forecaster.training;

import io.fleetorchestrator.forecaster.model.Samples;
import java.util.Arrays;
import java.util.function.LongPredicate;

/**
 * A sample of training rows in bounded memory. When it is full, every second row is dropped. A hash of the row's identity
 * decides which, so that the sample is even over time and regions and does not depend on the order of rows.
 */
final class RowSample {

    private final int width;
    private final int capacity;
    private float[] features = new float[0];
    private float[] labels = new float[0];
    private long[] targetHours = new long[0];
    private long[] hashes = new long[0];
    private int size;
    private long admitted = -1;

    RowSample(int width, int capacity) {
        this.width = width;
        this.capacity = capacity;
    }

    /** Whether a row with this hash would be kept. Rows that would not need not be built. */
    boolean wants(long hash) {
        return Long.compareUnsigned(hash, admitted) <= 0;
    }

    void add(long hash, long targetHour, float[] rows, int offset, float label) {
        if (!wants(hash)) {
            return;
        }
        reach(size + 1);
        System.arraycopy(rows, offset, features, size * width, width);
        labels[size] = label;
        targetHours[size] = targetHour;
        hashes[size] = hash;
        size++;
        if (size >= capacity) {
            thin();
        }
    }

    int size() {
        return size;
    }

    /** The target hour before which this share of the rows lies. */
    long hourAt(double share) {
        long[] sorted = Arrays.copyOf(targetHours, size);
        Arrays.sort(sorted);
        return size == 0 ? 0 : sorted[(int) Math.min(size - 1L, Math.round(share * size))];
    }

    /** The rows with a matching target hour. */
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
            if (wants(hashes[row])) {
                System.arraycopy(features, row * width, features, kept * width, width);
                labels[kept] = labels[row];
                targetHours[kept] = targetHours[row];
                hashes[kept++] = hashes[row];
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
            hashes = Arrays.copyOf(hashes, grown);
        }
    }
}
