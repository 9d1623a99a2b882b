package io.fleetorchestrator.center.view;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A forecast of a region, with the values measured since. */
public record ForecastView(
        String region,
        String fleet,
        Instant issuedAt,
        double confidence,
        @Nullable Double limitC,
        List<SignalView> signals) {}
