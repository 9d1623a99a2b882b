package io.fleetorchestrator.center.view;

import io.fleetorchestrator.center.http.Field;
import org.jspecify.annotations.Nullable;

/** The status of a request. */
public record WorkloadView(
        String requestId,
        @Field(doc = "Where to read the status again") String url,
        Status status,
        @Nullable DecisionView decision) {

    /** The stages of a request. */
    public enum Status {
        /** Published; not decided yet. */
        PENDING,
        APPROVED,
        BLOCKED,
        /** Released. */
        CANCELLED
    }
}
