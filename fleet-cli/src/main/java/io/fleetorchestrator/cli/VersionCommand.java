package io.fleetorchestrator.cli;

import io.fleetorchestrator.cli.console.ExitCode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code fleet version}: the same as {@code fleet --version}. */
@Command(name = "version", description = "Shows the version.")
final class VersionCommand implements Callable<Integer> {

    @Spec
    CommandSpec command = CommandSpec.create();

    @Override
    public Integer call() {
        command.root().commandLine().printVersionHelp(command.commandLine().getOut());
        return ExitCode.OK;
    }
}
