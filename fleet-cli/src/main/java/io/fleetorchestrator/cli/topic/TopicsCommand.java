package io.fleetorchestrator.cli.topic;

import io.fleetorchestrator.cli.access.AclsCommand;
import io.fleetorchestrator.cli.access.StrimziCommand;
import io.fleetorchestrator.cli.console.CommandGroup;
import picocli.CommandLine.Command;

/** {@code fleet topics}: the topics that the services need. */
@Command(
        name = "topics",
        description = "Plans and creates the topics that the services need.",
        subcommands = {TopicsPlanCommand.class, TopicsApplyCommand.class, AclsCommand.class, StrimziCommand.class})
public final class TopicsCommand extends CommandGroup {}
