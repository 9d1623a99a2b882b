package io.fleetorchestrator.cli.profile;

import io.fleetorchestrator.cli.console.CommandGroup;
import picocli.CommandLine.Command;

/** {@code fleet profiles}: the policies of fleets, and the limits and capacities of their regions. */
@Command(
        name = "profiles",
        description = "Shows and sets the policies of fleets and the limits of their regions.",
        subcommands = {ProfilesShowCommand.class, ProfilesApplyCommand.class})
public final class ProfilesCommand extends CommandGroup {}
