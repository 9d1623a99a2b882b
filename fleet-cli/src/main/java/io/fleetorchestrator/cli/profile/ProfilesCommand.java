package io.fleetorchestrator.cli.profile;

import picocli.CommandLine.Command;

/** {@code fleet profiles}: how fleets decide, and what their regions can bear. */
@Command(
        name = "profiles",
        description = "Shows and sets how fleets decide and what their regions bear.",
        subcommands = {ProfilesShowCommand.class, ProfilesApplyCommand.class})
public final class ProfilesCommand {}
