package io.fleetorchestrator.cli;

import io.fleetorchestrator.cli.services.KnownService;
import io.fleetorchestrator.cli.services.Services;
import io.fleetorchestrator.forecaster.backtest.BacktestMain;
import io.fleetorchestrator.forecaster.training.TrainMain;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/**
 * The services, and the tools that read settings as they do. Their flags are the same as in a container, so these commands
 * pass them on unread.
 */
final class ServiceCommands {

    private static final Map<String, ServiceCommand> COMMANDS = commands();

    private record ServiceCommand(String description, Main main) {}

    /** A main method. */
    private interface Main {

        void run(String[] flags) throws InterruptedException;
    }

    private ServiceCommands() {}

    private static Map<String, ServiceCommand> commands() {
        var commands = new LinkedHashMap<String, ServiceCommand>();
        for (KnownService<?> service : Services.all()) {
            commands.put(service.command(), new ServiceCommand(service.description(), service.main()::accept));
        }
        commands.put(
                "train",
                new ServiceCommand(
                        "Trains models on past hours and publishes those that beat the baseline.", TrainMain::main));
        commands.put(
                "backtest",
                new ServiceCommand(
                        "Replays CSV files through the forecaster's code and reports its accuracy.",
                        BacktestMain::main));
        return commands;
    }

    /** Whether the command line names one of these. */
    static boolean names(String[] args) {
        return args.length > 0 && COMMANDS.containsKey(args[0]);
    }

    /** Runs it until it ends; a service then ends the process. */
    static void run(String[] args) throws InterruptedException {
        var command = COMMANDS.get(args[0]);
        if (command == null) {
            throw new IllegalArgumentException(args[0]);
        }
        command.main().run(Arrays.copyOfRange(args, 1, args.length));
    }

    /** Lists them in the help. */
    static void describe(CommandLine fleet) {
        COMMANDS.forEach((name, command) -> {
            var spec = CommandSpec.create().name(name);
            spec.usageMessage().description(command.description());
            fleet.addSubcommand(name, spec);
        });
    }
}
