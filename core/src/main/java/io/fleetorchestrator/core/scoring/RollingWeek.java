package io.fleetorchestrator.core.scoring;

import io.fleetorchestrator.core.time.EpochHours;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** The coverage of the last 7 days, and the lowest that it has been. */
final class RollingWeek {

    static final int HOURS = EpochHours.WEEK;
    static final int BYTES = 3 * Long.BYTES + CoverageCount.BYTES + HOURS * 3 * Short.BYTES;

    private static final long NEVER = Long.MIN_VALUE;

    private final CoverageCount[] byHour = new CoverageCount[HOURS];
    private CoverageCount sum = CoverageCount.EMPTY;
    private long first = NEVER;
    private long last = NEVER;
    private long hoursScored;
    private double worst = Double.NaN;

    RollingWeek() {
        Arrays.fill(byHour, CoverageCount.EMPTY);
    }

    void add(long hour, CoverageCount count) {
        forgetUpTo(hour);
        replace(hour, count);
        if (first == NEVER && count.scored() > 0) {
            first = hour;
        }
        if (conclusive()) {
            worst = Double.isNaN(worst) ? sum.coverage() : Math.min(worst, sum.coverage());
        }
    }

    CoverageCount sum() {
        return sum;
    }

    /** The lowest two-sided coverage of any 7 days that were conclusive; NaN when there were none. */
    double worst() {
        return worst;
    }

    /** Whether the coverage can be judged: 7 days have passed, and at least half of their hours were scored. */
    boolean conclusive() {
        return first != NEVER && last - first >= HOURS - 1 && hoursScored >= HOURS / 2;
    }

    private void forgetUpTo(long hour) {
        long from = last == NEVER ? hour : Math.max(last + 1, hour - HOURS + 1);
        for (long passed = from; passed <= hour; passed++) {
            replace(passed, CoverageCount.EMPTY);
        }
        last = hour;
    }

    private void replace(long hour, CoverageCount count) {
        int slot = (int) Math.floorMod(hour, (long) HOURS);
        sum = sum.minus(byHour[slot]).plus(count);
        hoursScored += Long.signum(count.scored()) - Long.signum(byHour[slot].scored());
        byHour[slot] = count;
    }

    /** Writes everything but {@link #worst()}, which has its own place in the ledger. */
    void writeTo(ByteBuffer out) {
        out.putLong(first).putLong(last).putLong(hoursScored);
        sum.writeTo(out);
        for (CoverageCount count : byHour) {
            out.putShort((short) count.scored())
                    .putShort((short) count.covered())
                    .putShort((short) count.coveredUpper());
        }
    }

    static RollingWeek readFrom(ByteBuffer in, double worst) {
        var week = new RollingWeek();
        week.first = in.getLong();
        week.last = in.getLong();
        week.hoursScored = in.getLong();
        week.sum = CoverageCount.readFrom(in);
        Arrays.setAll(week.byHour, slot -> new CoverageCount(in.getShort(), in.getShort(), in.getShort()));
        week.worst = worst;
        return week;
    }
}
