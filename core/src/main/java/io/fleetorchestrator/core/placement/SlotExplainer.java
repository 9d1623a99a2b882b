package io.fleetorchestrator.core.placement;

import io.fleetorchestrator.core.outlook.RegionOutlook;
import io.fleetorchestrator.schemas.contract.Reason;

/** Finds out which rules leave a request no slot in a region whose forecast can be trusted. Owned by one thread. */
final class SlotExplainer {

    private final WindowScanner scanner = new WindowScanner();
    private final SlotRules rules;

    SlotExplainer(SlotRules rules) {
        this.rules = rules;
    }

    Explanation explain(RegionOutlook outlook, SlotQuery query) {
        var windows = scanner.scan(outlook, query);
        if (windows.isEmpty()) {
            return Explanation.of(ForecastReasons.beyondHorizon(outlook.region(), outlook.forecast(), query));
        }
        var slots = NearestSlots.find(windows, rules);
        if (slots.isEmpty()) {
            return Explanation.of(missingBound(windows));
        }
        // A slot that passes every rule and was not taken has an hour whose cost is not known.
        return slots.passing()
                .map(slot -> Explanation.of(missingCost(slot)))
                .orElseGet(() -> new Explanation(slots.reasons(), slots.evidence()));
    }

    /** Every slot has an hour without a bound, so the search ends within the first slot. */
    private static Reason missingBound(SlotWindows windows) {
        var outlook = windows.outlook();
        int hour = windows.first();
        while (Double.isFinite(outlook.ambientC()[hour]) && Double.isFinite(outlook.loadMw()[hour])) {
            hour++;
        }
        String signal = Double.isFinite(outlook.ambientC()[hour]) ? "IT_LOAD" : "TEMPERATURE";
        return ForecastReasons.hole(outlook.region(), outlook.firstHour() + hour, "upper bound of " + signal);
    }

    private static Reason missingCost(CandidateSlot slot) {
        var outlook = slot.outlook();
        int hour = slot.start();
        while (outlook.costKnown(hour, hour + 1L)) {
            hour++;
        }
        String signal = outlook.carbonKnown(hour, hour + 1) ? "WATER" : "CARBON";
        return ForecastReasons.hole(outlook.region(), outlook.firstHour() + hour, "value of " + signal);
    }
}
