package io.fleetorchestrator.evaluation;

import io.fleetorchestrator.core.time.EpochHours;
import io.fleetorchestrator.producer.regions.RegionModel;
import io.fleetorchestrator.schemas.contract.EvidenceHour;
import io.fleetorchestrator.schemas.contract.HourlyFeatures;
import java.util.List;

/** Compares the evidence of every approval with the measured hours. */
final class CalibrationAudit {

    /** The margins at which the risk level changes. */
    private final List<MarginBucket> buckets =
            List.of(new MarginBucket(0, 2), new MarginBucket(2, 5), new MarginBucket(5, Double.POSITIVE_INFINITY));

    private static final double MILLIWATT = 1e-9;

    private final Regions regions;
    private final HourTable hours;
    private long boundsMissed;
    private long overCommitted;
    private long missedBlocks;

    CalibrationAudit(Regions regions, HourTable hours) {
        this.regions = regions;
        this.hours = hours;
    }

    void judge(DecidedRequest approved) {
        var run = Run.of(approved);
        var evidence = approved.decision().getEvidence();
        if (evidence == null) {
            throw new IllegalStateException(run.requestId() + " was approved without evidence");
        }
        boolean broken = false;
        for (var promised : evidence.getHours()) {
            overCommitted += fits(run, promised) ? 0 : 1;
            var happened = hours.find(run.region(), EpochHours.floor(promised.getStartsAt()));
            broken |= happened.isPresent() && judge(run, promised, happened.get());
        }
        missedBlocks += broken ? 1 : 0;
    }

    private boolean judge(Run run, EvidenceHour promised, HourlyFeatures happened) {
        var region = regions.get(run.region());
        if (happened.getTemperatureC() == null) {
            return false;
        }
        boolean breached = happened.getTemperatureC() > region.temperatureLimitC();
        double marginC = region.temperatureLimitC() - promised.getBoundC();
        buckets.stream().filter(bucket -> bucket.holds(marginC)).forEach(bucket -> bucket.add(breached));
        boundsMissed += asPromised(run, promised, happened, region) > promised.getBoundC() ? 1 : 0;
        return breached;
    }

    /** The measured temperature without the heat of later placements, and with that of workloads cancelled since. */
    private static double asPromised(Run run, EvidenceHour promised, HourlyFeatures happened, RegionModel region) {
        double later = happened.getFlexibleLoadMw() - promised.getCommittedMw() - run.powerMw();
        return happened.getTemperatureC() - region.heatCouplingC() * later / region.capacityMw();
    }

    /** Whether the approval kept its own rule, to within a milliwatt, the unit of the ledger. */
    private boolean fits(Run run, EvidenceHour promised) {
        double load = promised.getItLoadUpperMw() + promised.getCommittedMw() + run.powerMw();
        return load <= regions.get(run.region()).capacityMw() + MILLIWATT;
    }

    List<MarginBucket> buckets() {
        return buckets;
    }

    long hours() {
        return buckets.stream().mapToLong(MarginBucket::hours).sum();
    }

    /** Approved hours above the limit. */
    long breaches() {
        return buckets.stream().mapToLong(MarginBucket::breaches).sum();
    }

    /** Approved hours above their bound. */
    long boundsMissed() {
        return boundsMissed;
    }

    /** Hours with more approved work than the bound of the region's own load leaves free. */
    long overCommitted() {
        return overCommitted;
    }

    /** Approvals with at least one hour above the limit. */
    long missedBlocks() {
        return missedBlocks;
    }
}
