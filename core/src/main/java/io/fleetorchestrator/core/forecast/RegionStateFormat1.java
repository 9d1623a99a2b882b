package io.fleetorchestrator.core.forecast;

import io.fleetorchestrator.core.calibration.Confidence;
import io.fleetorchestrator.core.features.Measurement;
import io.fleetorchestrator.schemas.state.HistoryRows;
import io.fleetorchestrator.schemas.state.RegionSnapshot;
import io.fleetorchestrator.schemas.state.SignalSnapshot;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Reads region states in the format of release 0.1.0, which is no longer written. */
public final class RegionStateFormat1 {

    private static final byte VERSION = 1;
    private static final long NO_HOUR = Long.MIN_VALUE;
    private static final int HOURS = 192;
    private static final List<String> COLUMNS =
            List.of("TEMPERATURE", "IT_LOAD", "CARBON", "WATER", "HUMIDITY", "WIND", "FLEXIBLE_LOAD");
    private static final List<Measurement> SIGNALS =
            List.of(Measurement.TEMPERATURE, Measurement.IT_LOAD, Measurement.CARBON, Measurement.WATER);

    private RegionStateFormat1() {}

    /** The state in these bytes; fails if the bytes have another format or are corrupt. */
    public static RegionSnapshot read(byte[] bytes) {
        var in = ByteBuffer.wrap(bytes);
        requireVersion(in.get(), "a region state");
        int horizonHours = in.getShort();
        double confidence = in.getDouble();
        var history = history(in);
        long closed = history.getLastHour() == null ? NO_HOUR : history.getLastHour();
        var signals = signals(in, ForecastPlan.of(horizonHours, new Confidence(confidence)), closed);
        if (in.hasRemaining()) {
            throw new IllegalArgumentException(in.remaining() + " bytes follow the region state");
        }
        return new RegionSnapshot(horizonHours, confidence, history, signals);
    }

    private static HistoryRows history(ByteBuffer in) {
        requireVersion(in.get(), "a history");
        long lastHour = in.getLong();
        var values = next(in, HOURS * COLUMNS.size() * Float.BYTES);
        return new HistoryRows(lastHour == NO_HOUR ? null : (Long) lastHour, HOURS, COLUMNS, values);
    }

    /** The signals have no length in the format, so each must be read to find its end. */
    private static List<SignalSnapshot> signals(ByteBuffer in, ForecastPlan plan, long closed) {
        var signals = new ArrayList<SignalSnapshot>();
        for (Measurement signal : SIGNALS) {
            var end = in.duplicate();
            SignalState.readFrom(end, signal, plan, closed);
            var bytes = next(in, end.position() - in.position());
            signals.add(new SignalSnapshot(signal.name(), SignalState.FORMAT, bytes));
        }
        return signals;
    }

    private static ByteBuffer next(ByteBuffer in, int length) {
        var slice = in.slice(in.position(), length);
        in.position(in.position() + length);
        return slice;
    }

    private static void requireVersion(byte version, String what) {
        if (version != VERSION) {
            throw new IllegalArgumentException(what + " begins with " + version + ", neither Avro nor " + VERSION);
        }
    }
}
