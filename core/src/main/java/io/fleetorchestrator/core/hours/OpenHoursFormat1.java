package io.fleetorchestrator.core.hours;

import io.fleetorchestrator.schemas.state.OpenHour;
import io.fleetorchestrator.schemas.state.OpenHours;
import io.fleetorchestrator.schemas.state.Sum;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Reads open hours in the format of release 0.1.0, which is no longer written. */
public final class OpenHoursFormat1 {

    private static final byte VERSION = 1;
    private static final long NEVER = Long.MIN_VALUE;

    private OpenHoursFormat1() {}

    /** The hours in these bytes; fails if the bytes have another format or are corrupt. */
    public static OpenHours read(byte[] bytes) {
        var in = ByteBuffer.wrap(bytes);
        byte version = in.get();
        if (version != VERSION) {
            throw new IllegalArgumentException("open hours begin with " + version + ", neither Avro nor " + VERSION);
        }
        boolean silent = in.get() == 1;
        int openHours = in.get();
        var builder = OpenHours.newBuilder()
                .setSilent(silent)
                .setRegion(text(in))
                .setFleet(text(in))
                .setLastClosedHour(time(in))
                .setObservedAtMs(time(in))
                .setHeardAtMs(time(in));
        var hours = new ArrayList<OpenHour>();
        for (int i = 0; i < openHours; i++) {
            hours.add(hour(in));
        }
        if (in.hasRemaining()) {
            throw new IllegalArgumentException(in.remaining() + " bytes follow the open hours");
        }
        return builder.setHours(hours).build();
    }

    private static OpenHour hour(ByteBuffer in) {
        long hour = in.getLong();
        double hottest = in.getDouble();
        int readings = in.getInt();
        return OpenHour.newBuilder()
                .setHour(hour)
                .setReadings(readings)
                .setTemperatureMaxC(hottest == Double.NEGATIVE_INFINITY ? null : (Double) hottest)
                .setTemperatureC(sum(in))
                .setItLoadMw(sum(in))
                .setFlexibleLoadMw(sum(in))
                .setCarbonGPerKwh(sum(in))
                .setWaterLPerKwh(sum(in))
                .setPue(sum(in))
                .setRelativeHumidityPct(sum(in))
                .setWindSpeedMps(sum(in))
                .setInstants(instants(in, HourlyAccumulator.remembered(readings)))
                .build();
    }

    private static Sum sum(ByteBuffer in) {
        return new Sum(in.getDouble(), in.getInt());
    }

    private static List<Integer> instants(ByteBuffer in, int count) {
        return IntStream.range(0, count).mapToObj(i -> in.getInt()).toList();
    }

    private static @Nullable Long time(ByteBuffer in) {
        long time = in.getLong();
        return time == NEVER ? null : (Long) time;
    }

    private static String text(ByteBuffer in) {
        byte[] text = new byte[in.getShort()];
        in.get(text);
        return new String(text, StandardCharsets.UTF_8);
    }
}
