package io.fleetorchestrator.reliability.hostile;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Numbers at the limits of their types and beyond physics. */
final class AbsurdNumbers {

    private AbsurdNumbers() {}

    static List<Change> doubles() {
        return DoubleStream.of(
                        Double.NaN,
                        Double.POSITIVE_INFINITY,
                        Double.NEGATIVE_INFINITY,
                        -0.0,
                        0.0,
                        Double.MIN_VALUE,
                        Double.MAX_VALUE,
                        -Double.MAX_VALUE,
                        1e308,
                        1e-308,
                        1e9 + 1,
                        -500)
                .mapToObj(value -> Change.to(Double.toString(value), value))
                .toList();
    }

    static List<Change> ints() {
        return IntStream.of(Integer.MIN_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE - 1, -1, 0, 1_000_000)
                .mapToObj(value -> Change.to(Integer.toString(value), value))
                .toList();
    }

    /** Most longs are instants: the limits, an hour before them, the year 10000, and micro- instead of milliseconds. */
    static List<Change> longs() {
        long hour = 3_600_000;
        return LongStream.of(
                        Long.MIN_VALUE,
                        Long.MIN_VALUE + hour,
                        Long.MAX_VALUE,
                        Long.MAX_VALUE - hour,
                        -1,
                        0,
                        253_402_300_800_000L,
                        1_782_928_800_000_000L)
                .mapToObj(value -> Change.to(Long.toString(value), value))
                .toList();
    }
}
