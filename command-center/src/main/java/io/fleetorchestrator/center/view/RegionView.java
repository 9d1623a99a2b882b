package io.fleetorchestrator.center.view;

import io.fleetorchestrator.center.http.Field;
import io.fleetorchestrator.schemas.contract.ForecastStatus;
import io.fleetorchestrator.schemas.contract.RiskLevel;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A region as it is now, and how near its limit it will come. */
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

        @Field(doc = "The oldest forecast that is kept") @Nullable
        Instant forecastsFrom,

        ForecastStatus forecastStatus,
        String modelId,

        @Field(doc = "The highest forecast temperature of the horizon") @Nullable
        Double peakC,

        @Field(doc = "The highest one-sided bound of the horizon: what decides") @Nullable
        Double peakBoundC,

        @Field(doc = "Limit less that bound") @Nullable Double marginC,
        RiskLevel riskLevel,

        @Field(doc = "Hours where the forecast is safe but the bound is not")
        int riskBlockedHours) {}
