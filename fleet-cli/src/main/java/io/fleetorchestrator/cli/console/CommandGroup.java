package io.fleetorchestrator.cli.console;

import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A command that only groups others; without one of them, it shows its help. */
public abstract class CommandGroup implements Callable<Integer> {

    @Spec
    CommandSpec command = CommandSpec.create();

    @Override
    public final Integer call() {
        command.commandLine().usage(command.commandLine().getOut());
        return ExitCode.OK;
    }
}
