package io.fleetorchestrator.core.forecast;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;

/** The forecasts of one signal whose hours have not closed yet, newest first. */
final class PendingForecasts {

    private final Deque<IssuedForecast> newestFirst = new ArrayDeque<>();

    void add(IssuedForecast issue) {
        newestFirst.addFirst(issue);
    }

    /** The forecasts that include this hour, shortest horizon first. Older ones are removed. */
    Iterable<IssuedForecast> reaching(long hour) {
        while (!newestFirst.isEmpty() && !newestFirst.getLast().reachesBeyond(hour - 1)) {
            newestFirst.removeLast();
        }
        return newestFirst;
    }

    int encodedSize(long closed) {
        int size = Short.BYTES;
        for (IssuedForecast issue : reaching(closed + 1)) {
            size += issue.encodedSize(closed);
        }
        return size;
    }

    void writeTo(ByteBuffer out, long closed) {
        reaching(closed + 1);
        out.putShort((short) newestFirst.size());
        newestFirst.forEach(issue -> issue.writeTo(out, closed));
    }

    static PendingForecasts readFrom(ByteBuffer in, int horizons, long closed) {
        var pending = new PendingForecasts();
        for (int left = in.getShort(); left > 0; left--) {
            pending.newestFirst.addLast(IssuedForecast.readFrom(in, horizons, closed));
        }
        return pending;
    }
}
