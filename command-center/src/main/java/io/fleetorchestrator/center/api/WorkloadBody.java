package io.fleetorchestrator.center.api;

import io.fleetorchestrator.center.http.Field;
import io.fleetorchestrator.center.http.ProblemException;
import io.fleetorchestrator.schemas.contract.ObjectiveWeights;
import io.fleetorchestrator.schemas.contract.Priority;
import io.fleetorchestrator.schemas.contract.RequestAction;
import io.fleetorchestrator.schemas.contract.WorkloadRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A request for a placement. */
public record WorkloadBody(
        @Field(
                doc =
                        "Your id of the request; sending the same request with the same id again is safe. Default: a random id",
                maxLength = 100,
                pattern = ID)
        @Nullable
        String requestId,

        @Field(doc = "The fleet; default global", maxLength = 100, pattern = ID) @Nullable
        String fleet,

        @Field(doc = "The tenant; credentials with a tenant allow only that tenant", maxLength = 100) @Nullable
        String tenant,

        @Field(doc = "Name for people", maxLength = 200) @Nullable
        String name,

        @Nullable Priority priority,

        @Field(doc = "The region in which it would run without this system (baseline); empty for none", maxLength = 100)
        @Nullable
        String homeRegion,

        @Field(doc = "Regions in which it may run; empty for all of the fleet", maxLength = 100) @Nullable
        List<String> allowedRegions,

        @Field(doc = "IT power, megawatts", min = 0.001, max = 10_000)
        Double powerMw,

        @Field(doc = "Duration, whole hours", min = 1, max = 168)
        Integer durationHours,

        @Field(doc = "Earliest start; default: the next full hour") @Nullable
        Instant earliestStart,

        @Field(doc = "Latest end; default: the end of the forecast horizon") @Nullable
        Instant deadline,

        @Nullable WeightsBody weights,

        @Field(doc = "Maximum round-trip time to the home region, milliseconds", min = 0, max = 100_000) @Nullable
        Double maxLatencyMs,

        @Field(doc = "Dry run: decide, but reserve nothing") @Nullable
        Boolean dryRun) {

    /** Letters, digits and punctuation that needs no quoting. */
    static final String ID = "[A-Za-z0-9][A-Za-z0-9._:~-]*";

    private static final String DEFAULT_FLEET = "global";
    private static final String FROM = "1970-01-01T00:00:00Z";
    private static final String TO = "9999-01-01T00:00:00Z";

    /** The weights of the objective; they replace those of the fleet. */
    public record WeightsBody(
            @Field(doc = "Cost of a kilogram of carbon", min = 0, max = 1e9)
            Double carbon,

            @Field(doc = "Cost of a litre of water", min = 0, max = 1e9)
            Double water,

            @Field(doc = "Cost of an hour of delay", min = 0, max = 1e9)
            Double delay,

            @Field(doc = "Cost of a degree of missing headroom", min = 0, max = 1e9)
            Double thermal) {}

    boolean isDryRun() {
        return dryRun != null && dryRun;
    }

    String givenTenant() {
        return tenant == null ? "" : tenant;
    }

    /** The request that is published. */
    WorkloadRequest request(String id, String onBehalfOf, Instant now, boolean asDryRun) {
        checkTimes();
        return WorkloadRequest.newBuilder()
                .setRequestId(id)
                .setFleet(Optional.ofNullable(fleet).orElse(DEFAULT_FLEET))
                .setAction(RequestAction.SUBMIT)
                .setTenant(onBehalfOf)
                .setName(Optional.ofNullable(name).orElse(""))
                .setSubmittedAt(now)
                .setPriority(Optional.ofNullable(priority).orElse(Priority.NORMAL))
                .setHomeRegion(Optional.ofNullable(homeRegion).orElse(""))
                .setAllowedRegions(Optional.ofNullable(allowedRegions).orElse(List.of()))
                .setPowerMw(powerMw)
                .setDurationHours(durationHours)
                .setEarliestStart(earliestStart)
                .setDeadline(deadline)
                .setWeights(objective())
                .setMaxLatencyMs(maxLatencyMs)
                .setDryRun(asDryRun)
                .build();
    }

    private @Nullable ObjectiveWeights objective() {
        return weights == null
                ? null
                : new ObjectiveWeights(weights.carbon(), weights.water(), weights.delay(), weights.thermal());
    }

    /** Records store instants in milliseconds, which cannot represent all instants. */
    private void checkTimes() {
        checkTime("earliestStart", earliestStart);
        checkTime("deadline", deadline);
    }

    private static void checkTime(String field, @Nullable Instant time) {
        if (time != null && (time.isBefore(Instant.parse(FROM)) || time.isAfter(Instant.parse(TO)))) {
            throw ProblemException.wrong(field, time, "is not within " + FROM + " to " + TO);
        }
    }
}
