package io.fleetorchestrator.core.coverage;

import io.fleetorchestrator.core.time.EpochHours;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** The tallies of the last 7 days, hour by hour, and their sum. */
final class RollingWeek {

    static final int HOURS = EpochHours.WEEK;
    static final int BYTES = 3 * Long.BYTES + CoverageCount.BYTES + HOURS * 3 * Short.BYTES;

    private static final long NEVER = Long.MIN_VALUE;

    private final CoverageCount[] byHour = new CoverageCount[HOURS];
    private CoverageCount sum = CoverageCount.EMPTY;
    private long first = NEVER;
    private long last = NEVER;
    private long hoursScored;

    RollingWeek() {
        Arrays.fill(byHour, CoverageCount.EMPTY);
    }

    void add(long hour, CoverageCount tally) {
        forgetUpTo(hour);
        replace(hour, tally);
        if (first == NEVER && tally.scored() > 0) {
            first = hour;
        }
    }

    CoverageCount sum() {
        return sum;
    }

    /** Whether a share over these days says something: they have passed, and half of their hours at least were scored. */
    boolean telling() {
        return first != NEVER && last - first >= HOURS - 1 && hoursScored >= HOURS / 2;
    }

    private void forgetUpTo(long hour) {
        long from = last == NEVER ? hour : Math.max(last + 1, hour - HOURS + 1);
        for (long passed = from; passed <= hour; passed++) {
            replace(passed, CoverageCount.EMPTY);
        }
        last = hour;
    }

    private void replace(long hour, CoverageCount tally) {
        int slot = (int) Math.floorMod(hour, (long) HOURS);
        sum = sum.minus(byHour[slot]).plus(tally);
        hoursScored += Long.signum(tally.scored()) - Long.signum(byHour[slot].scored());
        byHour[slot] = tally;
    }

    void writeTo(ByteBuffer out) {
        out.putLong(first).putLong(last).putLong(hoursScored);
        sum.writeTo(out);
        for (CoverageCount tally : byHour) {
            out.putShort((short) tally.scored())
                    .putShort((short) tally.covered())
                    .putShort((short) tally.coveredUpper());
        }
    }

    static RollingWeek readFrom(ByteBuffer in) {
        var week = new RollingWeek();
        week.first = in.getLong();
        week.last = in.getLong();
        week.hoursScored = in.getLong();
        week.sum = CoverageCount.readFrom(in);
        Arrays.setAll(week.byHour, slot -> new CoverageCount(in.getShort(), in.getShort(), in.getShort()));
        return week;
    }
}
