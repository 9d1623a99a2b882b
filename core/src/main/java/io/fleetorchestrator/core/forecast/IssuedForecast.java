package io.fleetorchestrator.core.forecast;

import io.fleetorchestrator.core.calibration.Margins;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The forecasts of one signal that were issued when an hour closed, with their margins. */
final class IssuedForecast {

    private final long lastHour;
    private final String modelId;
    private final byte[] modelBytes;
    private final double[] points;
    private final Margins[] margins;

    private IssuedForecast(long lastHour, String modelId, int horizons) {
        this.lastHour = lastHour;
        this.modelId = modelId;
        this.modelBytes = modelId.getBytes(StandardCharsets.UTF_8);
        this.points = new double[horizons];
        this.margins = new Margins[horizons];
        Arrays.fill(points, Double.NaN);
        Arrays.fill(margins, Margins.NONE);
    }

    /** A forecast whose points and margins are yet to be set. */
    static IssuedForecast blank(long lastHour, String modelId, int horizons) {
        return new IssuedForecast(lastHour, modelId, horizons);
    }

    /** The last closed hour at issue, counted since the epoch. */
    long lastHour() {
        return lastHour;
    }

    String modelId() {
        return modelId;
    }

    /** By horizon, NaN where there is no forecast. */
    double[] points() {
        return points;
    }

    Margins[] margins() {
        return margins;
    }

    int horizons() {
        return points.length;
    }

    /** Whether it has forecasts of hours after this one. */
    boolean reachesBeyond(long hour) {
        return lastHour + horizons() > hour;
    }

    int encodedSize(long closed) {
        return Long.BYTES + Short.BYTES + modelBytes.length + pending(closed) * 4 * Double.BYTES;
    }

    /** Appends the forecasts of hours after the closed hour. */
    void writeTo(ByteBuffer out, long closed) {
        out.putLong(lastHour).putShort((short) modelBytes.length).put(modelBytes);
        for (int i = horizons() - pending(closed); i < horizons(); i++) {
            out.putDouble(points[i])
                    .putDouble(margins[i].lower())
                    .putDouble(margins[i].upper())
                    .putDouble(margins[i].upperOneSided());
        }
    }

    static IssuedForecast readFrom(ByteBuffer in, int horizons, long closed) {
        long lastHour = in.getLong();
        byte[] model = new byte[in.getShort()];
        in.get(model);
        var issue = blank(lastHour, new String(model, StandardCharsets.UTF_8), horizons);
        for (int i = horizons - issue.pending(closed); i < horizons; i++) {
            issue.points[i] = in.getDouble();
            issue.margins[i] = new Margins(in.getDouble(), in.getDouble(), in.getDouble());
        }
        return issue;
    }

    private int pending(long closed) {
        return (int) (lastHour + horizons() - closed);
    }
}
