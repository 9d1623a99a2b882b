package io.fleetorchestrator.core.placement;

import io.fleetorchestrator.core.input.Culprit;
import io.fleetorchestrator.core.time.EpochHours;
import io.fleetorchestrator.schemas.contract.Reason;
import io.fleetorchestrator.schemas.contract.ReasonCode;
import java.util.stream.Collectors;

/** Why a request is blocked whatever the forecasts are. */
public final class RequestReasons {

    private static final int MAX_NAMES = 10;

    private RequestReasons() {}

    /** A field of the request has an invalid value. */
    public static Reason invalid(String field, Object value, String needed) {
        return ReasonBuilder.of(ReasonCode.INVALID_REQUEST)
                .withText(field + " is '" + Culprit.of(value) + "' but must " + needed);
    }

    /** A cancellation of something that is not placed. */
    public static Reason nothingToCancel(String requestId) {
        return ReasonBuilder.of(ReasonCode.INVALID_REQUEST)
                .withText(
                        "requestId '" + Culprit.of(requestId)
                                + "' has no placement to cancel: it was not placed, it was released, or all its hours have passed");
    }

    /** An id was used again for different content. */
    public static Reason reused(String requestId) {
        return ReasonBuilder.of(ReasonCode.REQUEST_ID_REUSED)
                .withText("requestId '" + Culprit.of(requestId)
                        + "' was used before for another request; send the new one under an id of its own");
    }

    /** No profile has been seen for the fleet. */
    public static Reason unknownFleet(String fleet) {
        return ReasonBuilder.of(ReasonCode.UNKNOWN_FLEET)
                .withText("unknown fleet '" + Culprit.of(fleet) + "'; no profile of it has been published");
    }

    static Reason unknownRegion(String region, FleetView fleet) {
        return ReasonBuilder.in(region, ReasonCode.UNKNOWN_REGION)
                .withText("unknown region '" + Culprit.of(region) + "'; fleet '" + fleet.fleet() + "' has "
                        + names(fleet));
    }

    static Reason tooTight(SlotQuery query) {
        long end = query.latestStart() + query.hours();
        long hours = Math.max(0, end - query.earliestStart());
        return ReasonBuilder.of(ReasonCode.DEADLINE_TOO_TIGHT)
                .at(query.earliestStart())
                .figures(query.hours(), (double) hours)
                .withText("needs " + query.hours() + " h, there are " + hours + " whole hours from "
                        + EpochHours.start(query.earliestStart()) + " to " + EpochHours.start(end));
    }

    private static String names(FleetView fleet) {
        if (fleet.regions().isEmpty()) {
            return "no regions";
        }
        String names =
                fleet.regions().stream().limit(MAX_NAMES).map(FleetRegion::name).collect(Collectors.joining(", "));
        int more = fleet.regions().size() - MAX_NAMES;
        return more > 0 ? names + " and " + more + " more" : names;
    }
}
