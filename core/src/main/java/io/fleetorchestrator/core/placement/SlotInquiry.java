package io.fleetorchestrator.core.placement;

import io.fleetorchestrator.core.outlook.RegionOutlook;
import io.fleetorchestrator.schemas.contract.Reason;
import java.util.ArrayList;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** Finds out which rule keeps an ask out of a region whose forecast can be trusted. */
final class SlotInquiry {

    private final WindowPeaks peaks = new WindowPeaks();

    RegionInquiry.Finding ask(RegionOutlook outlook, Ask ask) {
        peaks.scan(outlook, ask);
        if (peaks.last() < peaks.first()) {
            return RegionInquiry.Finding.of(Reasons.beyondHorizon(outlook.region(), outlook.forecast(), ask));
        }
        if (starts().noneMatch(this::known)) {
            return RegionInquiry.Finding.of(hole(outlook, ask));
        }
        return physics(outlook, ask);
    }

    /**
     * A rule is a cause when it stands in the way of a slot that the other rule lets pass, or when no slot passes it. When
     * some slot passes both, then it can only be that its cost is not known.
     */
    private RegionInquiry.Finding physics(RegionOutlook outlook, Ask ask) {
        IntPredicate fits = start -> AdmissionRules.fits(outlook, peaks.loadMw(start), ask.powerMw());
        IntPredicate withstands = start -> AdmissionRules.withstands(outlook, peaks.ambientC(start), ask.powerMw());
        var costless = starts().filter(fits.and(withstands)).findFirst();
        if (costless.isPresent()) {
            return RegionInquiry.Finding.of(costHole(outlook, costless.getAsInt(), ask));
        }
        var coolestFitting = least(fits, peaks::ambientC);
        var emptiestCool = least(withstands, peaks::loadMw);
        var leastBad = slot(outlook, ask, coolestFitting, peaks::ambientC);
        var reasons = new ArrayList<Reason>();
        if (emptiestCool.isPresent() || coolestFitting.isEmpty()) {
            reasons.add(Reasons.tooFull(slot(outlook, ask, emptiestCool, peaks::loadMw)));
        }
        if (coolestFitting.isPresent() || emptiestCool.isEmpty()) {
            reasons.add(Reasons.tooHot(leastBad));
        }
        return new RegionInquiry.Finding(reasons, Optional.of(leastBad));
    }

    private CandidateSlot slot(RegionOutlook outlook, Ask ask, OptionalInt start, IntToDoubleFunction otherwiseLeast) {
        int chosen = start.orElseGet(() -> least(any -> true, otherwiseLeast).orElseThrow());
        return new CandidateSlot(outlook, chosen, ask.hours(), ask.powerMw());
    }

    private OptionalInt least(IntPredicate among, IntToDoubleFunction measure) {
        return starts().filter(this::known)
                .filter(among)
                .reduce((best, next) -> measure.applyAsDouble(next) < measure.applyAsDouble(best) ? next : best);
    }

    private IntStream starts() {
        return IntStream.rangeClosed(peaks.first(), peaks.last());
    }

    private boolean known(int start) {
        return Double.isFinite(peaks.ambientC(start)) && Double.isFinite(peaks.loadMw(start));
    }

    /** The first hour of the first slot whose bound is missing. */
    private Reason hole(RegionOutlook outlook, Ask ask) {
        int hour = IntStream.range(peaks.first(), peaks.first() + ask.hours())
                .filter(at -> Double.isInfinite(outlook.ambientC()[at]) || Double.isInfinite(outlook.loadMw()[at]))
                .findFirst()
                .orElseThrow();
        String signal = Double.isInfinite(outlook.ambientC()[hour]) ? "TEMPERATURE" : "IT_LOAD";
        return Reasons.noForecast(
                outlook.region(), outlook.firstHour() + hour, "an upper bound of " + signal, "a hole");
    }

    private static Reason costHole(RegionOutlook outlook, int start, Ask ask) {
        int hour = IntStream.range(start, start + ask.hours())
                .filter(at -> !outlook.costKnown(at, at + 1L))
                .findFirst()
                .orElseThrow();
        String signal = outlook.carbonKnown(hour, hour + 1) ? "WATER" : "CARBON";
        return Reasons.noForecast(
                outlook.region(), outlook.firstHour() + hour, "a point forecast of " + signal, "none");
    }
}
