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

/** {@code fleet cancel}: gives a placement back. */
@Command(name = "cancel", description = "Gives back what a request was granted.")
public final class CancelCommand implements Callable<Integer> {

    @Parameters(paramLabel = "ID", description = "The request id.")
    String id = "";

    @Option(
            names = "--fleet",
            paramLabel = "FLEET",
            defaultValue = "global",
            description = "The fleet that was asked. Default: ${DEFAULT-VALUE}")
    String fleet = "";

    @Option(
            names = "--wait",
            paramLabel = "DURATION",
            defaultValue = "PT30S",
            description = "How long to wait for the answer. Default: ${DEFAULT-VALUE}")
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
        try (var desk = new RequestClient(connection.resolve())) {
            return desk.askAgain(request, wait).map(this::answered).orElseGet(this::unanswered);
        }
    }

    private int answered(SchedulingDecision decision) {
        output.print(decision, new DecisionText(output.coloured(), output.width()).full(decision));
        return ExitCode.of(decision.getVerdict());
    }

    private int unanswered() {
        output.complain("no answer on " + id + " within " + wait.toSeconds() + " s", "is a scheduler running?");
        return ExitCode.NO_ANSWER;
    }
}
