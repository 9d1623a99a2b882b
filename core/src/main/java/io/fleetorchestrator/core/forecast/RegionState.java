package io.fleetorchestrator.core.forecast;

import io.fleetorchestrator.core.features.Quantity;
import io.fleetorchestrator.core.features.RegionHistory;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * All that the forecaster knows of one region: recent hours, calibrators, forecasts still to come true, and the account.
 * Mutable, and owned by one thread; about 70 KB in bytes at 24 hours.
 */
public final class RegionState {

    private static final byte VERSION = 1;

    private final ForecastPlan plan;
    private final RegionHistory history;
    private final List<SignalTrack> tracks;

    private RegionState(ForecastPlan plan, RegionHistory history, List<SignalTrack> tracks) {
        this.plan = plan;
        this.history = history;
        this.tracks = tracks;
    }

    /** The state of a region that was never heard of. */
    public static RegionState empty(ForecastPlan plan) {
        return new RegionState(plan, RegionHistory.empty(), newTracks(plan));
    }

    private static List<SignalTrack> newTracks(ForecastPlan plan) {
        return Quantity.forecast().stream()
                .map(signal -> new SignalTrack(signal, plan))
                .toList();
    }

    RegionHistory history() {
        return history;
    }

    List<SignalTrack> tracks() {
        return tracks;
    }

    /** The state in bytes: going on from them gives the same forecasts as going on from here. */
    public byte[] toBytes() {
        long closed = history.lastHour();
        int size = tracks.stream().mapToInt(track -> track.encodedSize(closed)).sum();
        var out = ByteBuffer.allocate(Byte.BYTES + Short.BYTES + Double.BYTES + RegionHistory.encodedSize() + size);
        out.put(VERSION)
                .putShort((short) plan.horizonHours())
                .putDouble(plan.confidence().level());
        history.writeTo(out);
        tracks.forEach(track -> track.writeTo(out, closed));
        return out.array();
    }

    /**
     * The state from bytes. When the plan promises another horizon or confidence than they were written under, only the
     * history is kept: margins of one promise say nothing of another.
     */
    public static RegionState fromBytes(byte[] bytes, ForecastPlan plan) {
        var in = ByteBuffer.wrap(bytes);
        byte version = in.get();
        if (version != VERSION) {
            throw new IllegalArgumentException(
                    "region state of version " + version + ", only " + VERSION + " is known");
        }
        int horizonHours = in.getShort();
        double confidence = in.getDouble();
        boolean samePromise = horizonHours == plan.horizonHours()
                && confidence == plan.confidence().level();
        var history = RegionHistory.readFrom(in);
        return new RegionState(plan, history, samePromise ? readTracks(in, plan, history.lastHour()) : newTracks(plan));
    }

    private static List<SignalTrack> readTracks(ByteBuffer in, ForecastPlan plan, long closed) {
        return Quantity.forecast().stream()
                .map(signal -> SignalTrack.readFrom(in, signal, plan, closed))
                .toList();
    }
}
