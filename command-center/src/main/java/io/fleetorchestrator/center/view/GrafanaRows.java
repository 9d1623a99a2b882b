package io.fleetorchestrator.center.view;

import io.fleetorchestrator.schemas.contract.RiskLevel;
import io.fleetorchestrator.schemas.contract.Verdict;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Flat rows for Grafana's Infinity datasource. */
public final class GrafanaRows {

    private GrafanaRows() {}

    /** One hour of a forecast band. */
    public record Band(
            Instant time,
            String region,
            String signal,
            @Nullable Double actual,
            @Nullable Double point,
            @Nullable Double lower,
            @Nullable Double upper,
            @Nullable Double bound,
            @Nullable Double limit) {}

    /** One decision. */
    public record Decision(
            Instant time,
            String requestId,
            String name,
            String tenant,
            Verdict verdict,
            RiskLevel risk,
            @Nullable String region,
            @Nullable Instant startsAt,
            double powerMw,
            int durationHours,
            @Nullable Double marginC,
            @Nullable Double carbonSavedKg,
            @Nullable Double waterSavedL,
            String reason) {

        public static Decision of(DecisionView view) {
            var placement = view.placement();
            var evidence = view.evidence();
            return new Decision(
                    view.decidedAt(),
                    view.requestId(),
                    view.name(),
                    view.tenant(),
                    view.verdict(),
                    view.riskLevel(),
                    placement == null ? null : placement.region(),
                    placement == null ? null : placement.startsAt(),
                    view.powerMw(),
                    view.durationHours(),
                    evidence == null ? null : evidence.bindingMarginC(),
                    view.carbonSavedKg(),
                    view.waterSavedL(),
                    view.reasons().isEmpty() ? "" : view.reasons().get(0).text());
        }
    }

    /** One annotation. */
    public record Annotation(Instant time, String text, String kind, String region) {

        public static Annotation of(AdvisoryView view) {
            return new Annotation(
                    view.raisedAt(),
                    view.kind() + " " + view.region() + ": " + view.text(),
                    view.kind().name(),
                    view.region());
        }
    }

    /** Bands. */
    public record Bands(List<Band> rows) {}

    /** Decisions. */
    public record Decisions(List<Decision> rows) {}

    /** Annotations. */
    public record Annotations(List<Annotation> rows) {}
}
