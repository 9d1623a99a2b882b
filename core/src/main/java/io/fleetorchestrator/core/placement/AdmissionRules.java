package io.fleetorchestrator.core.placement;

import io.fleetorchestrator.core.outlook.RegionOutlook;

/** The two rules that physics imposes on a slot. One place for both, so that search and explanation cannot disagree. */
final class AdmissionRules {

    private AdmissionRules() {}

    /** Whether the load stays within the capacity in the fullest hour. */
    static boolean fits(RegionOutlook outlook, double peakLoadMw, double powerMw) {
        return peakLoadMw + powerMw <= outlook.terms().capacityMw();
    }

    /** Whether the bound stays within the limit in the hottest hour. */
    static boolean withstands(RegionOutlook outlook, double peakAmbientC, double powerMw) {
        var thermal = outlook.terms().thermal();
        return thermal.withstands(thermal.boundC(peakAmbientC, powerMw));
    }
}
