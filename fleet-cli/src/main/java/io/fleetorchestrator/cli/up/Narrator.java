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
 * Tells a person what the fleet does: the first verdict of each kind in full, where to look, and then at a pace that can
 * be followed. What the time lapse brings faster is counted, not shown.
 */
final class Narrator {

    /** Decisions come several a second in the time lapse; a line is read in about this time. */
    private static final Duration READING_TIME = Duration.ofMillis(1500);
    /** Blocked workloads are the exception: do not let a person wait for one to learn where the page is. */
    private static final Duration FIRSTS = Duration.ofSeconds(8);

    private static final Set<Verdict> BOTH = Set.of(Verdict.APPROVED, Verdict.BLOCKED);

    private final Screen screen;
    private final boolean coloured;
    private final Width width;
    private final DecisionText words;
    private final List<String> whereToLook;
    private final Set<Verdict> seen = EnumSet.noneOf(Verdict.class);
    private final Map<Verdict, Integer> inThisHour = new EnumMap<>(Verdict.class);
    private Optional<Duration> listeningSince = Optional.empty();
    private Duration lastShown = Duration.ZERO;
    private boolean introduced;

    Narrator(Screen screen, boolean coloured, Width width, List<String> whereToLook) {
        this.screen = screen;
        this.coloured = coloured;
        this.width = width;
        this.words = new DecisionText(coloured, width);
        this.whereToLook = List.copyOf(whereToLook);
    }

    /** The history is over: from now on there is something to watch. */
    synchronized void listen() {
        listeningSince = listeningSince.or(() -> Optional.of(screen.elapsed()));
    }

    synchronized boolean isListening() {
        return listeningSince.isPresent();
    }

    synchronized void decided(SchedulingDecision decision) {
        listen();
        boolean asks = decision.getAction() == RequestAction.SUBMIT && !decision.getDryRun();
        if (asks) {
            inThisHour.merge(decision.getVerdict(), 1, Integer::sum);
        }
        if (asks && seen.add(decision.getVerdict())) {
            screen.plain("");
            screen.line("First " + decision.getVerdict() + ":");
            screen.plain(words.full(decision));
            lastShown = screen.elapsed();
        } else if (introduced && screen.elapsed().minus(lastShown).compareTo(READING_TIME) >= 0) {
            screen.plain(words.listed(decision));
            lastShown = screen.elapsed();
        }
    }

    synchronized void trained(ModelArtifact model) {
        var evaluation = model.getEvaluation();
        screen.step(
                "model",
                String.format(
                        Locale.ROOT,
                        "%s  mean error %.2f, seasonal naive %.2f",
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

    /** Whoever watched this terminal must not take silence for rest. */
    synchronized void lost() {
        screen.line(
                "Nothing more is shown here, see the log; the fleet runs on. In another terminal: fleet decisions --follow");
    }

    private String counts() {
        return String.format(
                Locale.ROOT,
                "; %d approved, %d blocked",
                inThisHour.getOrDefault(Verdict.APPROVED, 0),
                inThisHour.getOrDefault(Verdict.BLOCKED, 0));
    }

    /** Called again and again: what is due without anything having happened. */
    synchronized void pause() {
        boolean waitedLong = listeningSince
                .filter(since -> screen.elapsed().minus(since).compareTo(FIRSTS) > 0)
                .isPresent();
        if (!introduced && (seen.containsAll(BOTH) || waitedLong)) {
            introduced = true;
            screen.plain("");
            whereToLook.forEach(screen::plain);
            screen.plain("");
        }
    }
}
