package io.fleetorchestrator.core.placement;

import io.fleetorchestrator.core.outlook.RegionOutlook;
import io.fleetorchestrator.core.placement.RegionInquiry.Finding;
import io.fleetorchestrator.schemas.contract.Reason;
import java.util.ArrayList;
import java.util.Optional;

/** Finds out which rule keeps an ask out of a region whose forecast can be trusted. Owned by one thread. */
final class SlotInquiry {

    private static final int NONE = -1;

    private final WindowPeaks peaks = new WindowPeaks();

    /** Starts of the slots that came nearest, or none: the coolest and the emptiest, of all and of those that pass the other rule. */
    private int coolest;

    private int coolestFitting;
    private int emptiest;
    private int emptiestCool;

    /** The first slot that passes both rules. */
    private int passing;

    Finding ask(RegionOutlook outlook, Ask ask) {
        peaks.scan(outlook, ask);
        if (peaks.last() < peaks.first()) {
            return Finding.of(ForecastReasons.beyondHorizon(outlook.region(), outlook.forecast(), ask));
        }
        compare(outlook, ask);
        if (coolest == NONE) {
            return Finding.of(hole(outlook));
        }
        // Then it can only be that its cost is not known.
        return passing == NONE ? physics(outlook, ask) : Finding.of(costHole(outlook));
    }

    private void compare(RegionOutlook outlook, Ask ask) {
        coolest = coolestFitting = emptiest = emptiestCool = passing = NONE;
        for (int start = peaks.first(); start <= peaks.last(); start++) {
            if (Double.isFinite(peaks.ambientC(start)) && Double.isFinite(peaks.loadMw(start))) {
                compare(
                        start,
                        AdmissionRules.fits(outlook, peaks.loadMw(start), ask.powerMw()),
                        AdmissionRules.withstands(outlook, peaks.ambientC(start), ask.powerMw()));
            }
        }
    }

    private void compare(int start, boolean fits, boolean withstands) {
        coolest = cooler(coolest, start);
        emptiest = emptier(emptiest, start);
        if (fits) {
            coolestFitting = cooler(coolestFitting, start);
        }
        if (withstands) {
            emptiestCool = emptier(emptiestCool, start);
        }
        if (fits && withstands && passing == NONE) {
            passing = start;
        }
    }

    private int cooler(int best, int start) {
        return best == NONE || peaks.ambientC(start) < peaks.ambientC(best) ? start : best;
    }

    private int emptier(int best, int start) {
        return best == NONE || peaks.loadMw(start) < peaks.loadMw(best) ? start : best;
    }

    /** A rule is a cause when it stands in the way of a slot that the other rule lets pass, or when no slot passes it. */
    private Finding physics(RegionOutlook outlook, Ask ask) {
        var leastBad = slot(outlook, ask, coolestFitting == NONE ? coolest : coolestFitting);
        var reasons = new ArrayList<Reason>(2);
        if (emptiestCool != NONE || coolestFitting == NONE) {
            reasons.add(SlotReasons.tooFull(slot(outlook, ask, emptiestCool == NONE ? emptiest : emptiestCool)));
        }
        if (coolestFitting != NONE || emptiestCool == NONE) {
            reasons.add(SlotReasons.tooHot(leastBad));
        }
        return new Finding(reasons, Optional.of(leastBad));
    }

    private static CandidateSlot slot(RegionOutlook outlook, Ask ask, int start) {
        return new CandidateSlot(outlook, start, ask.hours(), ask.powerMw());
    }

    /** The first hour whose bound is missing; as every slot has such an hour, so has the first. */
    private Reason hole(RegionOutlook outlook) {
        int hour = peaks.first();
        while (Double.isFinite(outlook.ambientC()[hour]) && Double.isFinite(outlook.loadMw()[hour])) {
            hour++;
        }
        String signal = Double.isFinite(outlook.ambientC()[hour]) ? "IT_LOAD" : "TEMPERATURE";
        return ForecastReasons.hole(outlook.region(), outlook.firstHour() + hour, "an upper bound of " + signal);
    }

    private Reason costHole(RegionOutlook outlook) {
        int hour = passing;
        while (outlook.costKnown(hour, hour + 1L)) {
            hour++;
        }
        String signal = outlook.carbonKnown(hour, hour + 1) ? "WATER" : "CARBON";
        return ForecastReasons.hole(outlook.region(), outlook.firstHour() + hour, "a point forecast of " + signal);
    }
}
