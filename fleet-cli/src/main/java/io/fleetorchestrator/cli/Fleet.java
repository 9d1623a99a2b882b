package io.fleetorchestrator.cli;

import io.fleetorchestrator.cli.bench.BenchCommand;
import io.fleetorchestrator.cli.console.CommandGroup;
import io.fleetorchestrator.cli.console.DurationConverter;
import io.fleetorchestrator.cli.console.OptionalPart;
import io.fleetorchestrator.cli.evaluate.EvaluateCommand;
import io.fleetorchestrator.cli.outlook.CoverageCommand;
import io.fleetorchestrator.cli.outlook.ForecastsCommand;
import io.fleetorchestrator.cli.outlook.WhatIfCommand;
import io.fleetorchestrator.cli.profile.ProfilesCommand;
import io.fleetorchestrator.cli.topic.TopicsCommand;
import io.fleetorchestrator.cli.up.UpCommand;
import io.fleetorchestrator.cli.workload.CancelCommand;
import io.fleetorchestrator.cli.workload.DecisionsCommand;
import io.fleetorchestrator.cli.workload.SubmitCommand;
import io.fleetorchestrator.schemas.serdes.AvroSerdes;
import java.time.Duration;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The fleet command. */
@Command(
        name = "fleet",
        description = {
            "Decides where and when datacentre work may run without overheating a region,",
            "and measures whether its forecasts keep the promised confidence."
        },
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        sortOptions = false,
        subcommands = {
            UpCommand.class,
            SubmitCommand.class,
            CancelCommand.class,
            DecisionsCommand.class,
            ForecastsCommand.class,
            CoverageCommand.class,
            WhatIfCommand.class,
            ProfilesCommand.class,
            TopicsCommand.class,
            HelpCommand.class,
            VersionCommand.class
        },
        footer = {
            "",
            "Exit codes:",
            "  0  done, or APPROVED",
            "  1  failed",
            "  2  wrong command line or configuration",
            "  3  a topic, right or service that is needed is missing",
            "  4  BLOCKED",
            "  5  no answer in time",
            "",
            "Start with 'fleet up'. 'fleet help COMMAND' shows the options of a command."
        })
public final class Fleet extends CommandGroup {

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Show this help and exit.")
    boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Show the version and exit.")
    boolean version;

    @Option(names = "--verbose", scope = ScopeType.INHERIT, description = "Show stack traces.")
    boolean verbose;

    public static void main(String[] args) throws InterruptedException {
        if (ServiceCommands.names(args)) {
            ServiceCommands.run(args);
        } else {
            System.exit(commandLine().execute(args));
        }
    }

    /** Help lists options in the order of the code: those of the command before those of the connection. */
    private static void tidy(CommandLine command) {
        command.getCommandSpec()
                .usageMessage()
                .sortOptions(false)
                .abbreviateSynopsis(true)
                .optionListHeading("%n")
                .commandListHeading("%nCommands:%n");
        command.getSubcommands().values().forEach(Fleet::tidy);
    }

    /** The command with everything below it, ready to execute. */
    public static CommandLine commandLine() {
        AvroSerdes.guardAvro();
        var fleet = new Fleet();
        var errors = new CliErrorHandler(fleet);
        var command = new CommandLine(fleet);
        // Only where all their classes are there: picocli inspects each command that is added.
        OptionalPart.BENCHMARKS.addTo(command, "evaluate", EvaluateCommand::new);
        OptionalPart.BENCHMARKS.addTo(command, "bench", BenchCommand::new);
        command.addSubcommand(new CompletionCommand());
        ServiceCommands.describe(command);
        tidy(command);
        return command.registerConverter(Duration.class, new DurationConverter())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(errors::usage)
                .setExecutionExceptionHandler(errors::failure);
    }
}
