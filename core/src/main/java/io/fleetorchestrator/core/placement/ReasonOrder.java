package io.fleetorchestrator.core.placement;

import io.fleetorchestrator.schemas.contract.Reason;
import io.fleetorchestrator.schemas.contract.ReasonCode;
import java.util.Comparator;
import java.util.List;

/**
 * The order of reasons in a decision. What has to be fixed first comes first: the request itself, then its time, then the
 * forecast, then capacity and heat, and last what the submitter could relax.
 */
final class ReasonOrder {

    static final List<ReasonCode> CODES = List.of(
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

    static final Comparator<Reason> OF_REASONS = Comparator.<Reason>comparingInt(
                    reason -> CODES.indexOf(reason.getCode()))
            .thenComparing(Reason::getRegion);

    private ReasonOrder() {}
}
