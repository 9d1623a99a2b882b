package io.fleetorchestrator.center.view;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was forecast for a region, and what of it has come true since. */
public record ForecastView(
        String region,
        String fleet,
        Instant issuedAt,
        double confidence,
        @Nullable Double limitC,
        List<SignalView> signals) {}
