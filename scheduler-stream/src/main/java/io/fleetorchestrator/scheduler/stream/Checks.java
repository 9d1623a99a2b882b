package io.fleetorchestrator.scheduler.stream;

import io.fleetorchestrator.core.fleet.ForecastRules;
import io.fleetorchestrator.core.input.Culprit;
import io.fleetorchestrator.core.input.InputLimits;
import io.fleetorchestrator.core.placement.RequestRules;
import io.fleetorchestrator.runtime.failure.DeadLetters;
import io.fleetorchestrator.schemas.contract.RegionForecast;
import io.fleetorchestrator.schemas.contract.WorkloadRequest;
import java.time.Instant;
import org.apache.kafka.streams.processor.api.ContextualFixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorSupplier;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.jspecify.annotations.Nullable;

/** Dead-letters invalid records before they reach a fleet, so that they do not affect other records. */
public final class Checks {

    private Checks() {}

    /** Forwards requests for which a decision can be published. */
    public static FixedKeyProcessorSupplier<@Nullable String, @Nullable WorkloadRequest, WorkloadRequest> requests() {
        return () -> new ContextualFixedKeyProcessor<>() {
            @Override
            public void process(FixedKeyRecord<@Nullable String, @Nullable WorkloadRequest> record) {
                context().forward(record.withValue(answerable(record.key(), record.value())));
            }
        };
    }

    /** Forwards valid forecasts. Tombstones are ignored. */
    public static FixedKeyProcessorSupplier<@Nullable String, @Nullable RegionForecast, RegionForecast> forecasts() {
        return () -> new ContextualFixedKeyProcessor<>() {
            @Override
            public void process(FixedKeyRecord<@Nullable String, @Nullable RegionForecast> record) {
                var forecast = record.value();
                if (forecast != null) {
                    context().forward(record.withValue(valid(record.key(), forecast, record.timestamp())));
                }
            }
        };
    }

    private static WorkloadRequest answerable(@Nullable String key, @Nullable WorkloadRequest request) {
        if (request == null) {
            throw DeadLetters.reject(RejectionReason.EMPTY_REQUEST, "a request without a value cannot be answered");
        }
        if (key != null && !key.isEmpty() && !InputLimits.isName(key)) {
            throw unanswerable("the record key", key, InputLimits.NAME);
        }
        if (request.getRequestId().length() > RequestRules.MAX_ID_LENGTH) {
            throw unanswerable(
                    "requestId", request.getRequestId(), "at most " + RequestRules.MAX_ID_LENGTH + " characters long");
        }
        return request;
    }

    private static RuntimeException unanswerable(String field, String value, String needed) {
        return DeadLetters.reject(
                RejectionReason.UNANSWERABLE_REQUEST, field + " is '" + Culprit.of(value) + "' but must be " + needed);
    }

    private static RegionForecast valid(@Nullable String key, RegionForecast forecast, long publishedAt) {
        ForecastRules.violation(key, forecast, Instant.ofEpochMilli(publishedAt))
                .ifPresent(violation -> {
                    throw DeadLetters.reject(RejectionReason.INVALID_FORECAST, violation);
                });
        return forecast;
    }
}
