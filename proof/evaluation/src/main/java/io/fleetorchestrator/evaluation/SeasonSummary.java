package io.fleetorchestrator.evaluation;

import io.fleetorchestrator.core.time.EpochHours;
import io.fleetorchestrator.producer.regions.FleetModel;
import java.util.List;

/**
 * A season with the scheduler, compared with the baseline.
 *
 * @param toll footprint of the approved work
 * @param tollAtHome footprint of the same work in the baseline
 * @param hoursAtHome hours of work in the baseline
 * @param falseBlocks blocked requests that could have run safely in addition
 */
record SeasonSummary(
        CalibrationAudit promises,
        Overload overload,
        FootprintTotals toll,
        FootprintTotals tollAtHome,
        long hoursAtHome,
        long breachesAtHome,
        long overloadedHoursAtHome,
        long falseBlocks,
        double meanDelayHours) {

    static SeasonSummary of(FleetModel fleet, SeasonRecord record, Counterfactual sameWork, Counterfactual everybody) {
        var regions = new Regions(fleet);
        var promises = new CalibrationAudit(regions, record.hours());
        record.approved().forEach(promises::judge);
        var scheduled = new Counterfactual(
                record.hours(), record.approved().map(Run::of).toList());
        var oracle = new Oracle(fleet, record.hours());
        return new SeasonSummary(
                promises,
                Overload.of(scheduled, regions, record.approved()),
                toll(scheduled, regions),
                toll(sameWork, regions),
                everybody.runs().stream().mapToLong(Run::hours).sum(),
                everybody.breaches(regions),
                everybody.overloaded(regions).size(),
                record.blocked().filter(oracle::wouldApprove).count(),
                meanDelayHours(record.approved().toList()));
    }

    private static FootprintTotals toll(Counterfactual world, Regions regions) {
        var meter = new FootprintTotals.Meter(regions);
        return world.runs().stream()
                .map(run -> meter.of(run, world.hours()))
                .reduce(FootprintTotals.NONE, FootprintTotals::plus);
    }

    private static double meanDelayHours(List<DecidedRequest> approved) {
        return approved.stream()
                .filter(answer -> answer.request().getEarliestStart() != null)
                .mapToLong(answer -> Run.of(answer).start()
                        - EpochHours.ceil(answer.request().getEarliestStart()))
                .average()
                .orElse(0);
    }
}
