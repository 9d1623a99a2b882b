package io.fleetorchestrator.core.placement;

import io.fleetorchestrator.core.outlook.RegionOutlook;
import io.fleetorchestrator.schemas.contract.Reason;
import java.util.ArrayList;
import java.util.Optional;

/** Finds out which rule keeps an ask out of a region whose forecast can be trusted. Owned by one thread. */
final class SlotExplainer {

    private static final int NONE = -1;

    private final SlotWindows windows = new SlotWindows();

    /** Starts of the slots that came nearest, or none: the coolest and the emptiest, of all and of those that pass the other rule. */
    private int coolest;

    private int coolestFitting;
    private int emptiest;
    private int emptiestCool;

    /** The first slot that passes both rules. */
    private int passing;

    Explanation explain(RegionOutlook outlook, SlotQuery query) {
        windows.scan(outlook, query);
        if (windows.last() < windows.first()) {
            return Explanation.of(ForecastReasons.beyondHorizon(outlook.region(), outlook.forecast(), query));
        }
        compare(outlook, query);
        if (coolest == NONE) {
            return Explanation.of(hole(outlook));
        }
        // Then it can only be that its cost is not known.
        return passing == NONE ? physics(outlook, query) : Explanation.of(costHole(outlook));
    }

    private void compare(RegionOutlook outlook, SlotQuery query) {
        coolest = coolestFitting = emptiest = emptiestCool = passing = NONE;
        for (int start = windows.first(); start <= windows.last(); start++) {
            if (Double.isFinite(windows.ambientC(start)) && Double.isFinite(windows.loadMw(start))) {
                compare(
                        start,
                        AdmissionRules.fits(outlook, windows.loadMw(start), query.powerMw()),
                        AdmissionRules.withstands(outlook, windows.ambientC(start), query.powerMw()));
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
        return best == NONE || windows.ambientC(start) < windows.ambientC(best) ? start : best;
    }

    private int emptier(int best, int start) {
        return best == NONE || windows.loadMw(start) < windows.loadMw(best) ? start : best;
    }

    /** A rule is a cause when it stands in the way of a slot that the other rule lets pass, or when no slot passes it. */
    private Explanation physics(RegionOutlook outlook, SlotQuery query) {
        var nearest = slot(outlook, query, coolestFitting == NONE ? coolest : coolestFitting);
        var reasons = new ArrayList<Reason>(2);
        if (emptiestCool != NONE || coolestFitting == NONE) {
            reasons.add(SlotReasons.tooFull(slot(outlook, query, emptiestCool == NONE ? emptiest : emptiestCool)));
        }
        if (coolestFitting != NONE || emptiestCool == NONE) {
            reasons.add(SlotReasons.tooHot(nearest));
        }
        return new Explanation(reasons, Optional.of(nearest));
    }

    private static CandidateSlot slot(RegionOutlook outlook, SlotQuery query, int start) {
        return new CandidateSlot(outlook, start, query.hours(), query.powerMw());
    }

    /** The first hour whose bound is missing; as every slot has such an hour, so has the first. */
    private Reason hole(RegionOutlook outlook) {
        int hour = windows.first();
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
