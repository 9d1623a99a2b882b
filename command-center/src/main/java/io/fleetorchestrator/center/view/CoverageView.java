package io.fleetorchestrator.center.view;

import io.fleetorchestrator.center.http.Field;
import io.fleetorchestrator.schemas.contract.CoverageSummary;
import io.fleetorchestrator.schemas.contract.Signal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Coverage of one region and signal. */
public record CoverageView(
        String region,
        Signal signal,
        Instant hour,
        long scored,
        @Nullable Double coverage,

        @Field(doc = "Coverage of the one-sided upper bound, which decides") @Nullable
        Double coverageUpper,

        @Nullable Double coverageHorizonMin,
        @Nullable Double coverageHorizonMax,
        @Nullable Double coverageUpperHot,
        @Nullable Double coverage7d,
        @Nullable Double coverageUpper7d,
        @Nullable Double coverageWorst7d,
        @Nullable Double meanWidth,
        @Nullable Double winkler,
        long upperMisses,
        long upperMissesHot,
        @Nullable Double mae,
        @Nullable Double maePersistence,
        @Nullable Double maeSeasonalNaive) {

    public static CoverageView of(String region, Signal signal, Instant hour, CoverageSummary summary) {
        return new CoverageView(
                region,
                signal,
                hour,
                summary.getScored(),
                summary.getCoverage(),
                summary.getCoverageUpper(),
                summary.getCoverageHorizonMin(),
                summary.getCoverageHorizonMax(),
                summary.getCoverageUpperHot(),
                summary.getCoverage7d(),
                summary.getCoverageUpper7d(),
                summary.getCoverageWorst7d(),
                summary.getMeanWidth(),
                summary.getWinkler(),
                summary.getUpperMisses(),
                summary.getUpperMissesHot(),
                summary.getMae(),
                summary.getMaePersistence(),
                summary.getMaeSeasonalNaive());
    }
}
