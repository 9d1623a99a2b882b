package io.fleetorchestrator.core.placement;

import static io.fleetorchestrator.core.placement.Decimals.two;

import io.fleetorchestrator.core.outlook.HourlyForecast;
import io.fleetorchestrator.core.time.EpochHours;
import io.fleetorchestrator.schemas.contract.Reason;
import io.fleetorchestrator.schemas.contract.ReasonCode;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Every cause of a block, in numbers and in words: what was needed and what there was. */
public final class Reasons {

    /**
     * What must be mended first comes first: the request itself, then its time, then what is known, then what physics
     * allows, and last what the submitter could relax.
     */
    private static final List<ReasonCode> PRECEDENCE = List.of(
            ReasonCode.INVALID_REQUEST,
            ReasonCode.REQUEST_ID_REUSED,
            ReasonCode.UNKNOWN_FLEET,
            ReasonCode.UNKNOWN_REGION,
            ReasonCode.DEADLINE_TOO_TIGHT,
            ReasonCode.BEYOND_HORIZON,
            ReasonCode.NO_FORECAST,
            ReasonCode.FORECAST_WARMING_UP,
            ReasonCode.FORECAST_STALE,
            ReasonCode.CAPACITY_EXCEEDED,
            ReasonCode.UPPER_BOUND_EXCEEDS_LIMIT,
            ReasonCode.LATENCY_TOO_HIGH,
            ReasonCode.REGION_NOT_ALLOWED);

    static final Comparator<Reason> BY_PRECEDENCE = Comparator.<Reason>comparingInt(
                    reason -> PRECEDENCE.indexOf(reason.getCode()))
            .thenComparing(Reason::getRegion);

    private static final int NAMES_TOLD = 10;

    private Reasons() {}

    /** A field of the request carries a value that cannot be meant. */
    public static Reason invalid(String field, Object value, String needed) {
        return reason(
                ReasonCode.INVALID_REQUEST, "", null, null, null, field + " is '" + value + "' but must " + needed);
    }

    /** A cancellation of something that is not placed. */
    public static Reason nothingToCancel(String requestId) {
        return reason(
                ReasonCode.INVALID_REQUEST,
                "",
                null,
                null,
                null,
                "requestId '" + requestId
                        + "' has no placement to cancel: a placed workload whose hours have not all passed is needed, there is none");
    }

    /** The same id with another content. */
    public static Reason reused(String requestId) {
        return reason(
                ReasonCode.REQUEST_ID_REUSED,
                "",
                null,
                null,
                null,
                "requestId '" + requestId
                        + "' was used before with another content; a new request needs an id of its own");
    }

    /** No profile has been seen for the fleet. */
    public static Reason unknownFleet(String fleet) {
        return reason(
                ReasonCode.UNKNOWN_FLEET,
                "",
                null,
                null,
                null,
                "a profile of fleet '" + fleet + "' is needed, none has been published");
    }

    static Reason unknownRegion(String region, FleetView fleet) {
        return reason(
                ReasonCode.UNKNOWN_REGION,
                region,
                null,
                null,
                null,
                "region '" + region + "' is needed, fleet '" + fleet.fleet() + "' has " + names(fleet));
    }

    static Reason notAllowed(CandidateSlot slot, List<String> allowed) {
        return reason(
                ReasonCode.REGION_NOT_ALLOWED,
                slot.outlook().region(),
                slot.startHour(),
                null,
                null,
                slot.outlook().region() + " would pass from " + EpochHours.start(slot.startHour())
                        + ", but allowed are only " + String.join(", ", allowed));
    }

    static Reason tooFar(String region, double latencyMs, Conditions conditions) {
        return reason(
                ReasonCode.LATENCY_TOO_HIGH,
                region,
                null,
                conditions.maxLatencyMs(),
                latencyMs,
                region + ": a round trip of at most " + two(conditions.maxLatencyMs())
                        + " ms to the home region is needed, it takes " + two(latencyMs) + " ms");
    }

    static Reason tooTight(Ask ask) {
        long end = ask.latestStart() + ask.hours();
        long hours = Math.max(0, end - ask.earliestStart());
        return reason(
                ReasonCode.DEADLINE_TOO_TIGHT,
                "",
                ask.earliestStart(),
                (double) ask.hours(),
                (double) hours,
                ask.hours() + " h are needed, there are " + hours + " whole hours from "
                        + EpochHours.start(ask.earliestStart()) + " to " + EpochHours.start(end));
    }

    static Reason beyondHorizon(String region, HourlyForecast forecast, Ask ask) {
        long needed = ask.earliestStart() + ask.hours() - forecast.firstHour();
        return reason(
                ReasonCode.BEYOND_HORIZON,
                region,
                ask.earliestStart(),
                (double) needed,
                (double) forecast.horizon(),
                region + ": a forecast until " + EpochHours.start(ask.earliestStart() + ask.hours())
                        + " is needed, it reaches until "
                        + EpochHours.start(forecast.firstHour() + forecast.horizon()));
    }

    static Reason noForecast(String region, @Nullable Long hour, String needed, String available) {
        return reason(
                ReasonCode.NO_FORECAST,
                region,
                hour,
                null,
                null,
                region + ": " + needed + " is needed" + (hour == null ? "" : " at " + EpochHours.start(hour))
                        + ", there is " + available);
    }

    static Reason lowConfidence(String region, double confidence, double needed) {
        return reason(
                ReasonCode.NO_FORECAST,
                region,
                null,
                needed,
                confidence,
                region + ": a forecast calibrated to a confidence of " + needed + " is needed, there is one of "
                        + confidence);
    }

    static Reason warmingUp(String region, String signal, int scores, long needed) {
        return reason(
                ReasonCode.FORECAST_WARMING_UP,
                region,
                null,
                (double) needed,
                (double) scores,
                region + ": " + needed + " calibration scores of " + signal + " are needed for every hour, there are "
                        + scores);
    }

    static Reason stale(String region, HourlyForecast forecast, Conditions conditions) {
        double age = conditions.age(forecast).toSeconds() / 60.0;
        return reason(
                ReasonCode.FORECAST_STALE,
                region,
                null,
                (double) conditions.policy().getStaleAfterMinutes(),
                age,
                region + ": a forecast of at most " + conditions.policy().getStaleAfterMinutes()
                        + " min of age is needed, the last one was issued at " + forecast.issuedAt() + ", " + two(age)
                        + " min ago");
    }

    static Reason tooFull(CandidateSlot slot) {
        int hour = slot.fullestHour();
        double free = slot.outlook().terms().capacityMw() - slot.outlook().loadMw()[hour];
        return reason(
                ReasonCode.CAPACITY_EXCEEDED,
                slot.outlook().region(),
                slot.outlook().firstHour() + hour,
                slot.powerMw(),
                free,
                slot.outlook().region() + " at "
                        + EpochHours.start(slot.outlook().firstHour() + hour) + ": "
                        + two(slot.powerMw()) + " MW are needed, " + two(free) + " MW of "
                        + two(slot.outlook().terms().capacityMw()) + " MW are free");
    }

    static Reason tooHot(CandidateSlot slot) {
        int hour = slot.bindingHour();
        double limit = slot.outlook().terms().thermal().limitC();
        return reason(
                ReasonCode.UPPER_BOUND_EXCEEDS_LIMIT,
                slot.outlook().region(),
                slot.outlook().firstHour() + hour,
                slot.boundC(hour),
                limit,
                slot.outlook().region() + " at "
                        + EpochHours.start(slot.outlook().firstHour() + hour)
                        + ": the upper bound with this workload needs " + two(slot.boundC(hour)) + " °C, the limit is "
                        + two(limit) + " °C");
    }

    private static String names(FleetView fleet) {
        if (fleet.regions().isEmpty()) {
            return "none at all";
        }
        String names = fleet.regions().stream()
                .limit(NAMES_TOLD)
                .map(FleetRegion::name)
                .collect(Collectors.joining(", "));
        int more = fleet.regions().size() - NAMES_TOLD;
        return more > 0 ? names + " and " + more + " more" : names;
    }

    private static Reason reason(
            ReasonCode code,
            String region,
            @Nullable Long hour,
            @Nullable Double needed,
            @Nullable Double available,
            String text) {
        return new Reason(code, region, hour == null ? null : EpochHours.start(hour), needed, available, text);
    }
}
