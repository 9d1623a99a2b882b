package io.fleetorchestrator.cli.workload;

import io.fleetorchestrator.cli.connection.ConnectionOptions;
import io.fleetorchestrator.cli.console.ExitCode;
import io.fleetorchestrator.cli.console.Output;
import io.fleetorchestrator.schemas.contract.Reason;
import io.fleetorchestrator.schemas.contract.SchedulingDecision;
import io.fleetorchestrator.schemas.contract.Verdict;
import io.fleetorchestrator.schemas.topics.Topics;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code fleet decisions}: the newest decisions, and with {@code --follow} new ones as they come. */
@Command(
        name = "decisions",
        description = {"Shows the newest decisions, or follows them.", "Times are event times in UTC."},
        footer = {"", "FEASIBLE: a dry run that would have been approved. RELEASED: a cancellation."})
public final class DecisionsCommand implements Callable<Integer> {

    private static final Duration POLL = Duration.ofMillis(200);

    @Option(names = "--follow", description = "Keep printing new decisions until Ctrl-C.")
    boolean follow;

    @Option(names = "--verdict", paramLabel = "VERDICT", description = "Only APPROVED or only BLOCKED.")
    Optional<Verdict> verdict = Optional.empty();

    @Option(
            names = "--region",
            paramLabel = "REGION",
            description = "Only those placed in this region or blocked because of it.")
    Optional<String> region = Optional.empty();

    @Option(names = "--id", paramLabel = "ID", description = "Only those on this request, with all reasons.")
    Optional<String> id = Optional.empty();

    @Option(
            names = "--last",
            paramLabel = "N",
            defaultValue = "20",
            description = "Number of decisions. Default: ${DEFAULT-VALUE}")
    int last;

    @Spec
    CommandSpec command = CommandSpec.create();

    @Mixin
    Output output = new Output();

    @Mixin
    ConnectionOptions connection = new ConnectionOptions();

    @Override
    public Integer call() {
        if (last < 1) {
            throw new ParameterException(
                    command.commandLine(), "--last " + last + ": the number of decisions must be at least 1");
        }
        var cluster = connection.resolve();
        try (var serdes = cluster.serdes();
                var decisions = cluster.reader(serdes, Topics.WORKLOAD_DECISIONS)) {
            var newest = new ArrayDeque<SchedulingDecision>();
            decisions.readToEnd(decision -> keep(decision.value(), newest));
            newest.forEach(this::print);
            while (follow && !Thread.currentThread().isInterrupted()) {
                decisions.poll(POLL).forEach(decision -> printIfSelected(decision.value()));
            }
            return follow || !newest.isEmpty() ? ExitCode.OK : nothingFound();
        }
    }

    /** With {@code --id}, a missing decision also sets the exit code, for scripts. */
    private int nothingFound() {
        output.error(
                id.map(request -> "no decision on request '" + request + "'").orElse("no decisions match"),
                "'fleet decisions --follow' shows new ones as they come");
        return id.isPresent() ? ExitCode.FAILED : ExitCode.OK;
    }

    private void keep(SchedulingDecision decision, ArrayDeque<SchedulingDecision> newest) {
        if (isSelected(decision)) {
            newest.addLast(decision);
            if (newest.size() > last) {
                newest.removeFirst();
            }
        }
    }

    private void printIfSelected(SchedulingDecision decision) {
        if (isSelected(decision)) {
            print(decision);
        }
    }

    private boolean isSelected(SchedulingDecision decision) {
        return verdict.filter(wanted -> wanted != decision.getVerdict()).isEmpty()
                && id.filter(wanted -> !wanted.equals(decision.getRequestId())).isEmpty()
                && region.filter(wanted -> !concerns(decision, wanted)).isEmpty();
    }

    private static boolean concerns(SchedulingDecision decision, String region) {
        var placement = decision.getPlacement();
        return placement != null
                ? placement.getRegion().equals(region)
                : decision.getReasons().stream().map(Reason::getRegion).anyMatch(region::equals);
    }

    private void print(SchedulingDecision decision) {
        var words = new DecisionText(output.coloured(), output.width());
        output.print(decision, id.isPresent() ? words.full(decision) : words.listed(decision));
    }
}
