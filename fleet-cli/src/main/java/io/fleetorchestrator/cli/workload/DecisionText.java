package io.fleetorchestrator.cli.workload;

import io.fleetorchestrator.cli.terminal.Style;
import io.fleetorchestrator.cli.terminal.Width;
import io.fleetorchestrator.runtime.text.Visible;
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

/** A decision as text: one line for the verdict, and one for each reason. */
public final class DecisionText {

    private static final DateTimeFormatter DAY_AND_HOUR =
            DateTimeFormatter.ofPattern("MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter HOUR =
            DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final String INDENT = "          ";

    private final boolean coloured;
    private final Width width;

    public DecisionText(boolean coloured, Width width) {
        this.coloured = coloured;
        this.width = width;
    }

    /** All lines: the verdict, every reason, and the counter-offer. */
    public String full(SchedulingDecision decision) {
        return Stream.of(
                        Stream.of(headline(decision)),
                        decision.getReasons().stream().map(reason -> width.wrap(INDENT, reason(reason))),
                        Stream.ofNullable(decision.getCounterOffer()).map(offer -> INDENT + offer(offer)))
                .flatMap(lines -> lines)
                .collect(Collectors.joining(System.lineSeparator()));
    }

    /** The verdict; for a placement, with its margin and savings. */
    private String headline(SchedulingDecision decision) {
        return decision.getPlacement() == null
                ? subject(decision) + dryRun(decision)
                : width.flow(INDENT, placed(decision, decision.getPlacement()), details(decision));
    }

    /** The verdict on one line as far as it fits, after the time of the decision. */
    public String listed(SchedulingDecision decision) {
        var time = time(decision.getDecidedAt()) + "  ";
        return decision.getPlacement() == null
                ? width.fit(time + subject(decision) + "  " + code(decision, 0), code(decision, 1), dryRun(decision))
                : width.fit(time + placed(decision, decision.getPlacement()), details(decision));
    }

    private String placed(SchedulingDecision decision, Placement placement) {
        return subject(decision) + "  → " + slot(placement);
    }

    private static String[] details(SchedulingDecision decision) {
        return new String[] {margin(decision.getEvidence()), saved(decision), dryRun(decision)};
    }

    private String verdict(SchedulingDecision decision) {
        var style = decision.getVerdict() == Verdict.APPROVED ? Style.GREEN : Style.RED;
        return style.on(String.format(Locale.ROOT, "%-8s", word(decision)), coloured);
    }

    /** A word of its own for a dry run and for a cancellation, so that neither looks like a placement on a short line. */
    private static String word(SchedulingDecision decision) {
        if (decision.getVerdict() == Verdict.BLOCKED) {
            return decision.getVerdict().name();
        }
        if (decision.getAction() == RequestAction.CANCEL) {
            return "RELEASED";
        }
        return decision.getDryRun() ? "FEASIBLE" : decision.getVerdict().name();
    }

    private String subject(SchedulingDecision decision) {
        var name = Visible.text(decision.getName().isEmpty() ? decision.getRequestId() : decision.getName());
        int room = width.isRoomy() ? 18 : 10;
        return verdict(decision) + "  "
                + String.format(Locale.ROOT, "%-" + room + "s %s", shortened(name, room), size(decision));
    }

    /** The power and duration; the cancellation of a request that was never placed has none. */
    private static String size(SchedulingDecision decision) {
        return decision.getAction() == RequestAction.CANCEL && decision.getDurationHours() == 0
                ? "cancellation  "
                : String.format(Locale.ROOT, "%4.1f MW × %2d h", decision.getPowerMw(), decision.getDurationHours());
    }

    /** The code of the n-th reason, if there is one, with a comma before all but the first. */
    private String code(SchedulingDecision decision, int index) {
        return decision.getReasons().stream()
                .map(reason -> reason.getCode().name())
                .distinct()
                .skip(index)
                .findFirst()
                .map(code -> (index == 0 ? "" : ", ") + Style.YELLOW.on(code, coloured))
                .orElse("");
    }

    private static String shortened(String name, int room) {
        return name.length() <= room ? name : name.substring(0, room - 1) + "…";
    }

    static String slot(Placement placement) {
        return Visible.text(placement.getRegion()) + " " + DAY_AND_HOUR.format(placement.getStartsAt()) + "–"
                + HOUR.format(placement.getEndsAt());
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
                : change(carbon, "kg CO₂") + change(water, "L water");
    }

    private static String change(double saved, String unit) {
        return Math.round(saved) == 0
                ? ""
                : String.format(
                        Locale.ROOT, saved < 0 ? ", costs %,.0f %s" : ", saves %,.0f %s", Math.abs(saved), unit);
    }

    private static String dryRun(SchedulingDecision decision) {
        return decision.getDryRun() ? " (dry run, nothing reserved)" : "";
    }

    private static String reason(Reason reason) {
        return reason.getCode() + ": " + Visible.text(reason.getText());
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

    /** The whole id, which other commands take. */
    static String request(SchedulingDecision decision) {
        return INDENT + "request " + Visible.text(decision.getRequestId());
    }

    /** A time in UTC, without the zone. */
    public static String time(Instant instant) {
        return DAY_AND_HOUR.format(instant);
    }

    /** A time in UTC, with the zone. */
    public static String moment(Instant instant) {
        return DAY_AND_HOUR.format(instant) + " UTC";
    }
}
