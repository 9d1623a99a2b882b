package io.fleetorchestrator.core.calibration;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** Running mean of the absolute error by hour of day: noon is harder to forecast than night. */
final class HourlyErrorScale {

    static final int HOURS = 24;
    static final int BYTES = HOURS * Float.BYTES;

    /** Weight of the past: about 20 days for each hour of day. */
    private static final double MEMORY = 0.95;

    /** Keeps scores finite if a signal is constant. */
    private static final double FLOOR = 1e-3;

    private final float[] byHour = new float[HOURS];

    HourlyErrorScale(IntToDoubleFunction initial) {
        for (int hour = 0; hour < HOURS; hour++) {
            byHour[hour] = (float) Math.max(FLOOR, initial.applyAsDouble(hour));
        }
    }

    double at(int hourOfDay) {
        return byHour[hourOfDay];
    }

    void learn(int hourOfDay, double error) {
        byHour[hourOfDay] = (float) Math.max(FLOOR, MEMORY * byHour[hourOfDay] + (1 - MEMORY) * Math.abs(error));
    }

    List<Double> asList() {
        return IntStream.range(0, HOURS).mapToObj(this::at).toList();
    }

    void writeTo(ByteBuffer out) {
        out.asFloatBuffer().put(byHour);
        out.position(out.position() + BYTES);
    }

    static HourlyErrorScale readFrom(ByteBuffer in) {
        return new HourlyErrorScale(hour -> in.getFloat());
    }
}
