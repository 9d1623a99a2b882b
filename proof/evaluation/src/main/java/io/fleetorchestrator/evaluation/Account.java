package io.fleetorchestrator.evaluation;

import io.fleetorchestrator.core.time.EpochHours;
import io.fleetorchestrator.producer.regions.FleetModel;
import java.util.List;

/**
 * A season with the scheduler beside the same season without.
 *
 * @param toll what the approved work cost
 * @param tollAtHome what the same work would have cost at home and at once
 * @param hoursAtHome hours of work if everybody had run at home and at once
 * @param falseBlocks blocked requests that could have run safely beside all that ran
 */
record Account(
        Promises promises,
        Overload overload,
        Toll toll,
        Toll tollAtHome,
        long hoursAtHome,
        long breachesAtHome,
        long overloadedHoursAtHome,
        long falseBlocks,
        double meanDelayHours) {

    static Account of(FleetModel fleet, SeasonRecord record, Counterfactual sameWork, Counterfactual everybody) {
        var regions = new Regions(fleet);
        var promises = new Promises(regions, record.hours());
        record.approved().forEach(promises::judge);
        var scheduled = new Counterfactual(
                record.hours(), record.approved().map(Run::of).toList());
        var oracle = new Oracle(fleet, record.hours());
        return new Account(
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

    private static Toll toll(Counterfactual world, Regions regions) {
        var meter = new Toll.Meter(regions);
        return world.runs().stream().map(run -> meter.of(run, world.hours())).reduce(Toll.NONE, Toll::plus);
    }

    private static double meanDelayHours(List<Answered> approved) {
        return approved.stream()
                .filter(answer -> answer.request().getEarliestStart() != null)
                .mapToLong(answer -> Run.of(answer).start()
                        - EpochHours.ceil(answer.request().getEarliestStart()))
                .average()
                .orElse(0);
    }
}
