package io.fleetorchestrator.cli.bench;

import picocli.CommandLine.Command;

/** {@code fleet bench}. */
@Command(
        name = "bench",
        description = "Measures speed beside the ceiling of the machine, on an own Kafka.",
        synopsisSubcommandLabel = "BENCH",
        subcommands = {
            IngestCommand.class,
            ForecastBenchCommand.class,
            DecisionsCommand.class,
            RecoveryCommand.class,
            StartupCommand.class,
            InnerCommand.class
        })
public final class BenchCommand {}
