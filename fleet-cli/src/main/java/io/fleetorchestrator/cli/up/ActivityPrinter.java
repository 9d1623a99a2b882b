package io.fleetorchestrator.cli.up;

import io.fleetorchestrator.cli.terminal.Style;
import io.fleetorchestrator.cli.terminal.Width;
import io.fleetorchestrator.cli.workload.DecisionText;
import io.fleetorchestrator.schemas.contract.ModelArtifact;
import io.fleetorchestrator.schemas.contract.RegionForecast;
import io.fleetorchestrator.schemas.contract.RequestAction;
import io.fleetorchestrator.schemas.contract.SchedulingDecision;
import io.fleetorchestrator.schemas.contract.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Prints the activity of the fleet: the first verdict of each kind in full, the addresses, and then decisions at a readable
 * pace. Decisions that come faster are only counted.
 */
final class ActivityPrinter {

    /** The time to read a line; in the time lapse, several decisions come per second. */
    private static final Duration TIME_TO_READ = Duration.ofMillis(1500);
    /** Blocked workloads are rare, so the addresses do not wait longer than this for the first. */
    private static final Duration FIRST_VERDICTS = Duration.ofSeconds(8);

    private static final Set<Verdict> BOTH = Set.of(Verdict.APPROVED, Verdict.BLOCKED);

    private final Screen screen;
    private final boolean coloured;
    private final Width width;
    private final DecisionText texts;
    private final List<String> addresses;
    private final Set<Verdict> seen = EnumSet.noneOf(Verdict.class);
    private final Map<Verdict, Integer> inThisHour = new EnumMap<>(Verdict.class);
    private Optional<Duration> activeSince = Optional.empty();
    private Duration lastShown = Duration.ZERO;
    private boolean introduced;

    ActivityPrinter(Screen screen, boolean coloured, Width width, List<String> addresses) {
        this.screen = screen;
        this.coloured = coloured;
        this.width = width;
        this.texts = new DecisionText(coloured, width);
        this.addresses = List.copyOf(addresses);
    }

    /** The history is published; from now on there is activity to print. */
    synchronized void start() {
        activeSince = activeSince.or(() -> Optional.of(screen.elapsed()));
    }

    synchronized boolean isActive() {
        return activeSince.isPresent();
    }

    synchronized void decided(SchedulingDecision decision) {
        start();
        boolean isRequest = decision.getAction() == RequestAction.SUBMIT && !decision.getDryRun();
        if (isRequest) {
            inThisHour.merge(decision.getVerdict(), 1, Integer::sum);
        }
        if (isRequest && seen.add(decision.getVerdict())) {
            screen.plain("");
            screen.line("First " + decision.getVerdict() + ":");
            screen.plain(texts.full(decision));
            lastShown = screen.elapsed();
        } else if (introduced && screen.elapsed().minus(lastShown).compareTo(TIME_TO_READ) >= 0) {
            screen.plain(texts.listed(decision));
            lastShown = screen.elapsed();
        }
    }

    synchronized void trained(ModelArtifact model) {
        var evaluation = model.getEvaluation();
        screen.step(
                "model",
                String.format(
                        Locale.ROOT,
                        "%s  mean error %.2f, same hour yesterday %.2f",
                        model.getSignal(),
                        evaluation.getMae(),
                        evaluation.getMaeSeasonalNaive()),
                String.format(Locale.ROOT, ", on %,d hours not trained on", evaluation.getTestHours()));
    }

    /** All regions have a new forecast. */
    synchronized void hourClosed(Instant issuedAt, Iterable<RegionForecast> forecasts) {
        if (introduced) {
            screen.plain(width.fit(
                    Style.DIM.on(DecisionText.time(issuedAt) + "  closed, 24 h bound ", coloured),
                    Style.DIM.on(HottestBounds.of(forecasts), coloured),
                    Style.DIM.on(counts(), coloured)));
        }
        inThisHour.clear();
    }

    /** Nothing more is read; without a message, that would look like no activity. */
    synchronized void lost() {
        screen.line(
                "Showing activity failed, see the log; the fleet keeps running. Use './fleet decisions --follow' in another terminal.");
    }

    private String counts() {
        return String.format(
                Locale.ROOT,
                "; %d approved, %d blocked",
                inThisHour.getOrDefault(Verdict.APPROVED, 0),
                inThisHour.getOrDefault(Verdict.BLOCKED, 0));
    }

    /** Called at every poll; prints the addresses when they are due. */
    synchronized void poll() {
        boolean waitedLong = activeSince
                .filter(since -> screen.elapsed().minus(since).compareTo(FIRST_VERDICTS) > 0)
                .isPresent();
        if (!introduced && (seen.containsAll(BOTH) || waitedLong)) {
            introduced = true;
            screen.plain("");
            addresses.forEach(screen::plain);
            screen.plain("");
        }
    }
}
