package io.fleetorchestrator.cli.workload;

import io.fleetorchestrator.cli.connection.ConnectionOptions;
import io.fleetorchestrator.cli.console.ExitCode;
import io.fleetorchestrator.cli.console.Output;
import io.fleetorchestrator.client.RequestClient;
import io.fleetorchestrator.schemas.contract.RequestAction;
import io.fleetorchestrator.schemas.contract.SchedulingDecision;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code fleet cancel}: releases a placement. */
@Command(name = "cancel", description = "Releases the placement of a request.")
public final class CancelCommand implements Callable<Integer> {

    @Parameters(paramLabel = "ID", description = "The request id.")
    String id = "";

    @Option(
            names = "--fleet",
            paramLabel = "FLEET",
            defaultValue = "global",
            description = "Fleet of the request. Default: ${DEFAULT-VALUE}")
    String fleet = "";

    @Option(
            names = "--wait",
            paramLabel = "DURATION",
            defaultValue = "30s",
            description = "How long to wait for the decision. Default: ${DEFAULT-VALUE}")
    Duration wait = Duration.ZERO;

    @Mixin
    Output output = new Output();

    @Mixin
    ConnectionOptions connection = new ConnectionOptions();

    @Override
    public Integer call() throws Exception {
        var request = RequestOptions.blank(Instant.now());
        request.setRequestId(id);
        request.setFleet(fleet);
        request.setAction(RequestAction.CANCEL);
        try (var client = new RequestClient(connection.resolve())) {
            return client.askAgain(request, wait).map(this::answered).orElseGet(this::unanswered);
        }
    }

    private int answered(SchedulingDecision decision) {
        output.print(decision, new DecisionText(output.coloured(), output.width()).full(decision));
        return ExitCode.of(decision.getVerdict());
    }

    private int unanswered() {
        output.error(
                "no decision on the cancellation of " + id + " within " + wait.toSeconds() + " s",
                "check that a scheduler is running; the same command can safely be repeated");
        return ExitCode.NO_ANSWER;
    }
}
