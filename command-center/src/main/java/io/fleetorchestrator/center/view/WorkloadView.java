package io.fleetorchestrator.center.view;

import io.fleetorchestrator.center.http.Field;
import org.jspecify.annotations.Nullable;

/** How far a request has come. */
public record WorkloadView(
        String requestId,
        @Field(doc = "Where to look again") String url,
        Status status,
        @Nullable DecisionView decision) {

    /** Where it stands. */
    public enum Status {
        /** The cluster has it; the scheduler has not answered yet. */
        PENDING,
        APPROVED,
        BLOCKED,
        /** Given back. */
        CANCELLED
    }
}
