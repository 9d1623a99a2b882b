package io.fleetorchestrator.cli.up;

import io.fleetorchestrator.cli.connection.Connection;
import io.fleetorchestrator.cli.workload.DecisionText;
import io.fleetorchestrator.schemas.contract.SchedulingDecision;
import io.fleetorchestrator.schemas.contract.Verdict;
import io.fleetorchestrator.schemas.topics.Topics;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.common.errors.InterruptException;

/** Prints decisions as they become visible, until interrupted. */
final class DecisionWatch implements Runnable {

    private static final Duration POLL = Duration.ofMillis(200);

    private final Connection cluster;
    private final DecisionText words;
    private final Consumer<String> lines;
    private final Set<Verdict> seen = EnumSet.noneOf(Verdict.class);

    DecisionWatch(Connection cluster, DecisionText words, Consumer<String> lines) {
        this.cluster = cluster;
        this.words = words;
        this.lines = lines;
    }

    @Override
    public void run() {
        try (var serdes = cluster.serdes();
                var decisions = cluster.consumer(serdes, Topics.WORKLOAD_DECISIONS)) {
            decisions.seekToEnd(decisions.assignment());
            while (!Thread.currentThread().isInterrupted()) {
                decisions.poll(POLL).forEach(record -> show(record.value()));
            }
        } catch (InterruptException stopped) {
            // The fleet is going down; there is nothing more to print.
        }
    }

    /** The first of each kind in full, so that a newcomer sees what a reason looks like; afterwards one line each. */
    private void show(SchedulingDecision decision) {
        boolean first = seen.add(decision.getVerdict());
        lines.accept(DecisionText.moment(decision.getDecidedAt()) + "  "
                + (first ? words.full(decision) : words.headline(decision)));
    }
}
