package io.fleetorchestrator.center.readmodel;

import io.fleetorchestrator.core.fleet.ForecastRules;
import io.fleetorchestrator.core.fleet.ProfileRules;
import io.fleetorchestrator.core.input.Culprit;
import io.fleetorchestrator.core.input.InputLimits;
import io.fleetorchestrator.core.placement.RequestRules;
import io.fleetorchestrator.schemas.contract.Advisory;
import io.fleetorchestrator.schemas.contract.Evidence;
import io.fleetorchestrator.schemas.contract.EvidenceHour;
import io.fleetorchestrator.schemas.contract.FleetProfile;
import io.fleetorchestrator.schemas.contract.Reason;
import io.fleetorchestrator.schemas.contract.RegionForecast;
import io.fleetorchestrator.schemas.contract.SchedulingDecision;
import java.time.Instant;
import java.util.List;

/**
 * Bounds the size of one record in the read model. Our own services stay below the bounds; longer texts of others are
 * shortened, so that twenty thousand decisions take megabytes at most.
 */
final class Bounds {

    private static final int TEXT = 1_000;
    private static final int REASONS = 50;

    /** The hours of the longest workload. */
    private static final int HOURS = RequestRules.MAX_HOURS;

    private Bounds() {}

    /** Rejects instead of shortening: a shortened id is another id. */
    static void checkIdentity(SchedulingDecision decision) {
        if (decision.getFleet().length() > InputLimits.MAX_NAME_LENGTH) {
            throw rejected("fleet", decision.getFleet(), InputLimits.NAME);
        }
        if (decision.getRequestId().length() > RequestRules.MAX_ID_LENGTH) {
            throw rejected(
                    "requestId", decision.getRequestId(), "at most " + RequestRules.MAX_ID_LENGTH + " characters long");
        }
    }

    static void checkRegion(String region, Instant hour) {
        if (!InputLimits.isName(region)) {
            throw rejected("region", region, InputLimits.NAME);
        }
        if (!InputLimits.isTime(hour)) {
            throw rejected("hourStart", hour, "within " + InputLimits.TIME);
        }
    }

    static void checkForecast(RegionForecast forecast) {
        ForecastRules.violation(forecast.getRegion(), forecast, forecast.getIssuedAt())
                .ifPresent(violation -> {
                    throw new IllegalArgumentException(violation);
                });
    }

    static void checkProfile(FleetProfile profile) {
        var violations = ProfileRules.violations(profile.getFleet(), profile);
        if (!violations.isEmpty()) {
            throw new IllegalArgumentException(violations.get(0));
        }
    }

    private static IllegalArgumentException rejected(String field, Object value, String needed) {
        return new IllegalArgumentException(field + " is '" + Culprit.of(value) + "' but must be " + needed);
    }

    static SchedulingDecision bounded(SchedulingDecision decision) {
        decision.setTenant(cut(decision.getTenant()));
        decision.setName(cut(decision.getName()));
        decision.setHomeRegion(cut(decision.getHomeRegion()));
        decision.setReasons(first(decision.getReasons(), REASONS));
        decision.getReasons().forEach(Bounds::bound);
        if (decision.getPlacement() != null) {
            decision.getPlacement().setRegion(cut(decision.getPlacement().getRegion()));
        }
        if (decision.getEvidence() != null) {
            bound(decision.getEvidence());
        }
        boundOffer(decision);
        return decision;
    }

    private static void bound(Reason reason) {
        reason.setRegion(cut(reason.getRegion()));
        reason.setText(cut(reason.getText()));
    }

    private static void bound(Evidence evidence) {
        evidence.setRegion(cut(evidence.getRegion()));
        evidence.setModelId(cut(evidence.getModelId()));
        List<EvidenceHour> hours = first(evidence.getHours(), HOURS);
        evidence.setHours(hours);
    }

    private static void boundOffer(SchedulingDecision decision) {
        var offer = decision.getCounterOffer();
        if (offer != null) {
            offer.getPlacement().setRegion(cut(offer.getPlacement().getRegion()));
            offer.getFootprint().setRegion(cut(offer.getFootprint().getRegion()));
        }
        if (decision.getFootprint() != null) {
            decision.getFootprint().setRegion(cut(decision.getFootprint().getRegion()));
        }
        if (decision.getBaseline() != null) {
            decision.getBaseline().setRegion(cut(decision.getBaseline().getRegion()));
        }
    }

    static Advisory bounded(Advisory advisory) {
        advisory.setFleet(cut(advisory.getFleet()));
        advisory.setRegion(cut(advisory.getRegion()));
        advisory.setRequestId(cut(advisory.getRequestId()));
        advisory.setText(cut(advisory.getText()));
        if (advisory.getAlternative() != null) {
            advisory.getAlternative().setRegion(cut(advisory.getAlternative().getRegion()));
        }
        return advisory;
    }

    private static String cut(String text) {
        return text.length() <= TEXT ? text : text.substring(0, TEXT) + "…";
    }

    private static <T> List<T> first(List<T> items, int most) {
        return items.size() <= most ? items : List.copyOf(items.subList(0, most));
    }
}
