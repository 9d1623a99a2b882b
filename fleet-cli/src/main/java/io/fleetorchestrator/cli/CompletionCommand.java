package io.fleetorchestrator.cli;

import io.fleetorchestrator.cli.console.ExitCode;
import io.fleetorchestrator.cli.console.Output;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code fleet completion}: prints a completion script for bash and zsh. */
@Command(
        name = "completion",
        description = "Prints a completion script for bash and zsh.",
        footer = {"", "Use: source <(./fleet completion)"})
final class CompletionCommand implements Callable<Integer> {

    @Spec
    CommandSpec command = CommandSpec.create();

    @Override
    public Integer call() {
        new Output().text(AutoComplete.bash("fleet", command.root().commandLine()));
        return ExitCode.OK;
    }
}
