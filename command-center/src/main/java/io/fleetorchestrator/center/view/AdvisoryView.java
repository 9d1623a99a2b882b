package io.fleetorchestrator.center.view;

import io.fleetorchestrator.schemas.contract.Advisory;
import io.fleetorchestrator.schemas.contract.AdvisoryKind;
import io.fleetorchestrator.schemas.contract.Signal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An advisory to people or external schedulers. */
public record AdvisoryView(
        String fleet,
        String region,
        AdvisoryKind kind,
        Instant raisedAt,
        String requestId,
        @Nullable Signal signal,
        @Nullable Double value,
        @Nullable Double threshold,
        @Nullable PlacementView alternative,
        String text) {

    public static AdvisoryView of(Advisory advisory) {
        var alternative = advisory.getAlternative();
        return new AdvisoryView(
                advisory.getFleet(),
                advisory.getRegion(),
                advisory.getKind(),
                advisory.getRaisedAt(),
                advisory.getRequestId(),
                advisory.getSignal(),
                advisory.getValue(),
                advisory.getThreshold(),
                alternative == null ? null : PlacementView.of(alternative),
                advisory.getText());
    }
}
