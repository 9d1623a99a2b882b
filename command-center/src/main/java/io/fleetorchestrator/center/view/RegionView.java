package io.fleetorchestrator.center.view;

import io.fleetorchestrator.center.http.Field;
import io.fleetorchestrator.schemas.contract.ForecastStatus;
import io.fleetorchestrator.schemas.contract.RiskLevel;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A region with its last hour and the summary of its newest forecast. */
public record RegionView(
        String region,
        String fleet,
        String displayName,
        @Nullable Double latitudeDeg,
        @Nullable Double longitudeDeg,
        @Nullable Double capacityMw,
        @Nullable Double limitC,
        @Nullable Double heatCouplingC,
        @Field(doc = "The last closed hour") @Nullable HourView last,
        @Nullable Instant forecastIssuedAt,

        @Field(doc = "Issue of the oldest forecast that is kept") @Nullable
        Instant forecastsFrom,

        ForecastStatus forecastStatus,
        String modelId,

        @Field(doc = "The highest forecast temperature of the horizon") @Nullable
        Double peakC,

        @Field(doc = "The peak of the one-sided upper bound over the horizon, which decides") @Nullable
        Double peakBoundC,

        @Field(doc = "Limit minus peakBoundC") @Nullable Double marginC,
        RiskLevel riskLevel,

        @Field(doc = "Hours in which the forecast is within the limit, but the upper bound is not")
        int riskBlockedHours) {}
