package io.fleetorchestrator.cli.workload;

import io.fleetorchestrator.cli.connection.ConnectionOptions;
import io.fleetorchestrator.cli.console.ExitCode;
import io.fleetorchestrator.cli.console.Output;
import io.fleetorchestrator.cli.record.AvroYamlReader;
import io.fleetorchestrator.cli.record.InputFile;
import io.fleetorchestrator.client.ClusterConnection;
import io.fleetorchestrator.client.RequestClient;
import io.fleetorchestrator.schemas.contract.RequestAction;
import io.fleetorchestrator.schemas.contract.SchedulingDecision;
import io.fleetorchestrator.schemas.contract.WorkloadRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code fleet submit}: asks for a placement. */
@Command(
        name = "submit",
        description = "Asks whether, where and when a workload may run.",
        footer = {
            "",
            "Exit codes: 0 approved (without --wait: sent), 4 blocked, 5 no answer in time.",
            "",
            "Example:",
            "  fleet submit --home arizona --power-mw 5 --hours 4 --deadline PT18H --wait"
        })
public final class SubmitCommand implements Callable<Integer> {

    @Mixin
    RequestOptions request = new RequestOptions();

    @Option(
            names = {"-f", "--file"},
            paramLabel = "FILE",
            description = "The request as YAML or JSON; '-' reads standard input. Flags override it.")
    Optional<Path> file = Optional.empty();

    @Option(
            names = "--wait",
            paramLabel = "DURATION",
            arity = "0..1",
            fallbackValue = "PT30S",
            description = "Wait for the decision and print it; at most ${FALLBACK-VALUE} unless said otherwise.")
    Optional<Duration> wait = Optional.empty();

    @Mixin
    Output output = new Output();

    @Mixin
    ConnectionOptions connection = new ConnectionOptions();

    @Spec
    CommandSpec command = CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        var asked = asked(Instant.now());
        RequestChecks.requireMeant(asked);
        var cluster = connection.resolve();
        RequestChecks.requireKnownRegions(asked, cluster);
        return wait.isPresent() ? sendAndWait(cluster, asked, wait.get()) : send(cluster, asked);
    }

    private WorkloadRequest asked(Instant now) {
        var draft = RequestOptions.blank(now);
        try {
            return request.apply(
                    file.isPresent() ? AvroYamlReader.read(InputFile.text(file.get()), draft) : draft, now);
        } catch (IllegalArgumentException unfit) {
            throw new ParameterException(
                    command.commandLine(), "--file " + file.map(Path::toString).orElse("") + ": " + unfit.getMessage());
        }
    }

    private int send(ClusterConnection cluster, WorkloadRequest asked) throws Exception {
        try (var desk = new RequestClient(cluster)) {
            desk.send(asked);
        }
        output.print(
                asked,
                "sent " + asked.getRequestId() + "; 'fleet decisions --id " + asked.getRequestId()
                        + "' shows the answer");
        return ExitCode.OK;
    }

    private int sendAndWait(ClusterConnection cluster, WorkloadRequest asked, Duration patience) throws Exception {
        try (var desk = new RequestClient(cluster)) {
            boolean mayBeKnown = request.id.isPresent() || file.isPresent();
            var decision = mayBeKnown ? desk.askAgain(asked, patience) : desk.ask(asked, patience);
            return decision.map(this::answered).orElseGet(() -> unanswered(asked, patience));
        }
    }

    private int answered(SchedulingDecision decision) {
        var words = new DecisionText(output.coloured(), output.width());
        output.print(decision, words.full(decision) + System.lineSeparator() + DecisionText.request(decision));
        return ExitCode.of(decision.getVerdict());
    }

    private int unanswered(WorkloadRequest asked, Duration patience) {
        var what = asked.getAction() == RequestAction.CANCEL ? "the cancellation of " : "";
        output.complain(
                "no decision on " + what + asked.getRequestId() + " within " + patience.toSeconds() + " s",
                "is a scheduler running? It is safe to send the same --id again");
        return ExitCode.NO_ANSWER;
    }
}
