package io.fleetorchestrator.core.fleet;

import io.fleetorchestrator.core.time.EpochHours;
import io.fleetorchestrator.schemas.contract.Advisory;
import io.fleetorchestrator.schemas.contract.AdvisoryKind;
import io.fleetorchestrator.schemas.contract.Placement;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Puts changes of risk into words. */
public final class Advisories {

    private Advisories() {}

    static Advisory atRisk(
            String fleet,
            CommittedWorkload placed,
            LimitViolation threat,
            Instant raisedAt,
            Optional<Placement> alternative) {
        var advisory = about(fleet, placed, AdvisoryKind.AT_RISK, raisedAt);
        advisory.setSignal(threat.signal());
        advisory.setValue(threat.value());
        advisory.setThreshold(threat.threshold());
        alternative.ifPresent(advisory::setAlternative);
        advisory.setText(String.format(
                Locale.ROOT,
                "%s in %s: %.2f %s expected at %s, at most %.2f %s are safe; %s",
                placed.requestId(),
                placed.region(),
                threat.value(),
                threat.unit(),
                EpochHours.start(threat.hour()),
                threat.threshold(),
                threat.unit(),
                alternative
                        .map(other -> "the rest would be safe in " + other.getRegion() + " from " + other.getStartsAt())
                        .orElse("no other slot would be safe")));
        return advisory;
    }

    static Advisory regionRemoved(String fleet, CommittedWorkload placed, Instant raisedAt) {
        var advisory = about(fleet, placed, AdvisoryKind.AT_RISK, raisedAt);
        advisory.setText(placed.requestId() + " in " + placed.region() + ": the profile of fleet " + fleet
                + " does not hold this region any more; cancel the workload, or publish the region again");
        return advisory;
    }

    static Advisory recovered(String fleet, CommittedWorkload placed, Instant raisedAt) {
        var advisory = about(fleet, placed, AdvisoryKind.RECOVERED, raisedAt);
        advisory.setText(placed.requestId() + " in " + placed.region() + ": within all limits again");
        return advisory;
    }

    /** A profile was published that breaks rules; the one before stays in force. */
    public static Advisory profileRefused(String fleet, List<String> violations, Instant raisedAt) {
        var advisory = about(fleet, AdvisoryKind.PROFILE_REFUSED, raisedAt);
        advisory.setText("profile refused, the last valid one stays in force: " + String.join("; ", violations));
        return advisory;
    }

    private static Advisory about(String fleet, CommittedWorkload placed, AdvisoryKind kind, Instant raisedAt) {
        var advisory = about(fleet, kind, raisedAt);
        advisory.setRegion(placed.region());
        advisory.setRequestId(placed.requestId());
        return advisory;
    }

    private static Advisory about(String fleet, AdvisoryKind kind, Instant raisedAt) {
        var advisory = new Advisory();
        advisory.setFleet(fleet);
        advisory.setRegion("");
        advisory.setRequestId("");
        advisory.setKind(kind);
        advisory.setRaisedAt(raisedAt);
        advisory.setText("");
        return advisory;
    }
}
