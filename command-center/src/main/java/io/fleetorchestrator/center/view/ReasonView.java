package io.fleetorchestrator.center.view;

import io.fleetorchestrator.schemas.contract.Reason;
import io.fleetorchestrator.schemas.contract.ReasonCode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One reason for which a request was blocked. */
public record ReasonView(
        ReasonCode code,
        String region,
        @Nullable Instant hour,
        @Nullable Double needed,
        @Nullable Double available,
        String text) {

    static ReasonView of(Reason reason) {
        return new ReasonView(
                reason.getCode(),
                reason.getRegion(),
                reason.getHour(),
                reason.getNeeded(),
                reason.getAvailable(),
                reason.getText());
    }
}
