package io.fleetorchestrator.core.placement;

import io.fleetorchestrator.core.outlook.RegionOutlook;
import io.fleetorchestrator.core.time.EpochHours;
import io.fleetorchestrator.schemas.contract.Footprint;
import io.fleetorchestrator.schemas.contract.Placement;

/**
 * A region and a window of its hours, for a workload of some power.
 *
 * @param start offset of the first hour into the region's horizon
 */
record CandidateSlot(RegionOutlook outlook, int start, int hours, double powerMw) {

    String region() {
        return outlook.region();
    }

    Placement placement() {
        return new Placement(region(), EpochHours.start(startHour()), EpochHours.start(endHour()));
    }

    long startHour() {
        return outlook.firstHour() + start;
    }

    long endHour() {
        return startHour() + hours;
    }

    /** Offset of the hour with the least margin; the first of them. */
    int bindingHour() {
        int binding = start;
        for (int hour = start + 1; hour < start + hours; hour++) {
            if (outlook.ambientC()[hour] > outlook.ambientC()[binding]) {
                binding = hour;
            }
        }
        return binding;
    }

    /** Offset of the hour with the highest load; the first of them. */
    int fullestHour() {
        int fullest = start;
        for (int hour = start + 1; hour < start + hours; hour++) {
            if (outlook.loadMw()[hour] > outlook.loadMw()[fullest]) {
                fullest = hour;
            }
        }
        return fullest;
    }

    double boundC(int hour) {
        return outlook.terms().thermal().boundC(outlook.ambientC()[hour], powerMw);
    }

    double marginC() {
        return outlook.terms().thermal().marginC(boundC(bindingHour()));
    }

    Footprint footprint() {
        return outlook.footprint(start, start + hours, powerMw);
    }
}
