package io.fleetorchestrator.cli.topic;

import picocli.CommandLine.Command;

/** {@code fleet topics}: the topics that the services need. */
@Command(
        name = "topics",
        description = "Plans and creates the topics that the services need.",
        subcommands = {TopicsPlanCommand.class, TopicsApplyCommand.class})
public final class TopicsCommand {}
