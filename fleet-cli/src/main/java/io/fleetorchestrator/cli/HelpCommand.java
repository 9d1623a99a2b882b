package io.fleetorchestrator.cli;

import io.fleetorchestrator.cli.console.ExitCode;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code fleet help [COMMAND]...}. */
@Command(name = "help", description = "Shows the help of a command.")
final class HelpCommand implements Callable<Integer> {

    @Parameters(arity = "0..*", paramLabel = "COMMAND", description = "The command. Default: all commands")
    List<String> path = List.of();

    @Spec
    CommandSpec command = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        if (!path.isEmpty() && ServiceCommands.names(path.toArray(String[]::new))) {
            ServiceCommands.run(new String[] {path.get(0), "--help"});
            return ExitCode.OK;
        }
        var shown = command.root().commandLine();
        for (var name : path) {
            shown = subcommand(shown, name);
        }
        shown.usage(command.commandLine().getOut());
        return ExitCode.OK;
    }

    private CommandLine subcommand(CommandLine parent, String name) {
        var found = parent.getSubcommands().get(name);
        if (found == null) {
            throw new ParameterException(
                    command.commandLine(),
                    "there is no command '" + parent.getCommandSpec().qualifiedName() + " " + name + "'");
        }
        return found;
    }
}
