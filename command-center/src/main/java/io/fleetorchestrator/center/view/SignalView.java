package io.fleetorchestrator.center.view;

import io.fleetorchestrator.center.http.Field;
import io.fleetorchestrator.schemas.contract.ForecastStatus;
import io.fleetorchestrator.schemas.contract.Signal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One signal of a forecast. */
public record SignalView(
        Signal signal, String unit, ForecastStatus status, String modelId, int calibrationSize, List<Hour> hours) {

    /** One forecast hour. */
    public record Hour(
            Instant startsAt,
            @Nullable Double point,
            @Nullable Double lower,
            @Nullable Double upper,

            @Field(doc = "One-sided upper bound, which decides") @Nullable
            Double upperOneSided,

            @Field(doc = "The measured value; null if it is not measured yet") @Nullable
            Double actual,

            @Field(doc = "The forecast is within the limit, but the upper bound is not")
            boolean riskBlocked) {}
}
