package io.fleetorchestrator.cli.workload;

import io.fleetorchestrator.cli.terminal.Style;
import io.fleetorchestrator.schemas.contract.CounterOffer;
import io.fleetorchestrator.schemas.contract.Evidence;
import io.fleetorchestrator.schemas.contract.Placement;
import io.fleetorchestrator.schemas.contract.Reason;
import io.fleetorchestrator.schemas.contract.RequestAction;
import io.fleetorchestrator.schemas.contract.SchedulingDecision;
import io.fleetorchestrator.schemas.contract.Verdict;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A decision in words: one line that says what and why, and one for each reason. */
public final class DecisionText {

    private static final DateTimeFormatter DAY_AND_HOUR =
            DateTimeFormatter.ofPattern("MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter HOUR =
            DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final String INDENT = "          ";

    private final boolean coloured;

    public DecisionText(boolean coloured) {
        this.coloured = coloured;
    }

    /** All lines: the verdict, every reason, and the counter-offer. */
    public String full(SchedulingDecision decision) {
        return Stream.of(
                        Stream.of(headline(decision)),
                        decision.getReasons().stream().map(reason -> INDENT + reason(reason)),
                        Stream.ofNullable(decision.getCounterOffer()).map(offer -> INDENT + offer(offer)))
                .flatMap(lines -> lines)
                .collect(Collectors.joining(System.lineSeparator()));
    }

    /** The verdict on one line. */
    public String headline(SchedulingDecision decision) {
        return verdict(decision) + "  " + asked(decision) + "  " + answer(decision);
    }

    private String verdict(SchedulingDecision decision) {
        boolean approved = decision.getVerdict() == Verdict.APPROVED;
        boolean cancelled = decision.getAction() == RequestAction.CANCEL;
        var word = approved && cancelled ? "RELEASED" : decision.getVerdict().name();
        var style = approved ? Style.GREEN : Style.RED;
        return style.on(String.format(Locale.ROOT, "%-8s", word), coloured);
    }

    private static String asked(SchedulingDecision decision) {
        var name = decision.getName().isEmpty() ? decision.getRequestId() : decision.getName();
        return String.format(
                Locale.ROOT,
                "%-18s %5.1f MW × %2d h",
                shortened(name),
                decision.getPowerMw(),
                decision.getDurationHours());
    }

    private static String shortened(String name) {
        return name.length() <= 18 ? name : name.substring(0, 17) + "…";
    }

    private String answer(SchedulingDecision decision) {
        var placement = decision.getPlacement();
        if (placement != null) {
            return "→ " + slot(placement) + margin(decision.getEvidence()) + saved(decision) + dryRun(decision);
        }
        var codes = decision.getReasons().stream()
                .map(reason -> reason.getCode().name())
                .distinct()
                .limit(2)
                .collect(Collectors.joining(", "));
        return Style.YELLOW.on(codes, coloured) + dryRun(decision);
    }

    static String slot(Placement placement) {
        return placement.getRegion() + " " + DAY_AND_HOUR.format(placement.getStartsAt()) + "–"
                + HOUR.format(placement.getEndsAt()) + " UTC";
    }

    private static String margin(@Nullable Evidence evidence) {
        return evidence == null
                ? ""
                : String.format(Locale.ROOT, ", %.1f °C below the limit", evidence.getBindingMarginC());
    }

    private static String saved(SchedulingDecision decision) {
        var carbon = decision.getCarbonSavedKg();
        var water = decision.getWaterSavedL();
        return carbon == null || water == null || decision.getAction() == RequestAction.CANCEL
                ? ""
                : String.format(Locale.ROOT, ", saves %,.0f kg CO₂ %,.0f L", carbon, water);
    }

    private static String dryRun(SchedulingDecision decision) {
        return decision.getDryRun() ? " (dry run, nothing reserved)" : "";
    }

    private static String reason(Reason reason) {
        return reason.getCode() + ": " + reason.getText();
    }

    private String offer(CounterOffer offer) {
        return Style.CYAN.on(
                String.format(
                        Locale.ROOT,
                        "would work: %s, %.1f °C below the limit",
                        slot(offer.getPlacement()),
                        offer.getMarginC()),
                coloured);
    }

    /** A moment in UTC, for people. */
    public static String moment(Instant instant) {
        return DAY_AND_HOUR.format(instant) + " UTC";
    }
}
