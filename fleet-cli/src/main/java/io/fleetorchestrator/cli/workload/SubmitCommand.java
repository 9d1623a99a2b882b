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

/** {@code fleet submit}: requests a placement. */
@Command(
        name = "submit",
        description = "Requests a placement for a workload: whether, where and when it may run.",
        footer = {
            "",
            "Exit codes: 0 approved (without --wait: sent), 4 blocked, 5 no answer in time.",
            "",
            "Example:",
            "  fleet submit --home arizona --power-mw 5 --hours 4 --deadline 18h --wait"
        })
public final class SubmitCommand implements Callable<Integer> {

    @Mixin
    RequestOptions request = new RequestOptions();

    @Option(
            names = {"-f", "--file"},
            paramLabel = "FILE",
            description = "Request as YAML or JSON; '-' reads standard input. Flags override it.")
    Optional<Path> file = Optional.empty();

    @Option(
            names = "--wait",
            paramLabel = "DURATION",
            arity = "0..1",
            fallbackValue = "30s",
            description = "Wait for the decision and print it. Without DURATION: ${FALLBACK-VALUE}")
    Optional<Duration> wait = Optional.empty();

    @Mixin
    Output output = new Output();

    @Mixin
    ConnectionOptions connection = new ConnectionOptions();

    @Spec
    CommandSpec command = CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        var workload = workload(Instant.now());
        RequestChecks.requireValid(workload);
        var cluster = connection.resolve();
        RequestChecks.requireKnownRegions(workload, cluster);
        return wait.isPresent() ? sendAndWait(cluster, workload, wait.get()) : send(cluster, workload);
    }

    private WorkloadRequest workload(Instant now) {
        var draft = RequestOptions.blank(now);
        try {
            return request.apply(
                    file.isPresent() ? AvroYamlReader.read(InputFile.text(file.get()), draft) : draft, now);
        } catch (IllegalArgumentException invalid) {
            throw new ParameterException(
                    command.commandLine(),
                    "--file " + file.map(Path::toString).orElse("") + ": " + invalid.getMessage());
        }
    }

    private int send(ClusterConnection cluster, WorkloadRequest workload) throws Exception {
        try (var client = new RequestClient(cluster)) {
            client.send(workload);
        }
        output.print(
                workload,
                "sent " + workload.getRequestId() + "; 'fleet decisions --id " + workload.getRequestId()
                        + "' shows the decision");
        return ExitCode.OK;
    }

    private int sendAndWait(ClusterConnection cluster, WorkloadRequest workload, Duration timeout) throws Exception {
        try (var client = new RequestClient(cluster)) {
            boolean idMayBeKnown = request.id.isPresent() || file.isPresent();
            var decision = idMayBeKnown ? client.askAgain(workload, timeout) : client.ask(workload, timeout);
            return decision.map(this::answered).orElseGet(() -> unanswered(workload, timeout));
        }
    }

    private int answered(SchedulingDecision decision) {
        var words = new DecisionText(output.coloured(), output.width());
        output.print(decision, words.full(decision) + System.lineSeparator() + DecisionText.request(decision));
        return ExitCode.of(decision.getVerdict());
    }

    private int unanswered(WorkloadRequest workload, Duration timeout) {
        var what = workload.getAction() == RequestAction.CANCEL ? "the cancellation of " : "";
        output.error(
                "no decision on " + what + workload.getRequestId() + " within " + timeout.toSeconds() + " s",
                "check that a scheduler is running; the same --id can safely be sent again");
        return ExitCode.NO_ANSWER;
    }
}
