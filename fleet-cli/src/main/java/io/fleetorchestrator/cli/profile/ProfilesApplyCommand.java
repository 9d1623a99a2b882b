package io.fleetorchestrator.cli.profile;

import io.fleetorchestrator.cli.connection.ConnectionOptions;
import io.fleetorchestrator.cli.console.ExitCode;
import io.fleetorchestrator.cli.console.Output;
import io.fleetorchestrator.cli.record.AvroYamlReader;
import io.fleetorchestrator.cli.record.InputFile;
import io.fleetorchestrator.client.ClusterConnection;
import io.fleetorchestrator.core.fleet.ProfileRules;
import io.fleetorchestrator.schemas.contract.FleetPolicy;
import io.fleetorchestrator.schemas.contract.FleetProfile;
import io.fleetorchestrator.schemas.topics.Topics;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code fleet profiles apply}: publishes a profile, which the scheduler then uses. */
@Command(
        name = "apply",
        description = "Publishes the profile of a fleet; the scheduler uses it at once, without a restart.",
        footer = {
            "",
            "Change a limit: fleet profiles show global --json > global.json, edit, and",
            "                fleet profiles apply --file global.json",
            "A simulator publishes the profiles of its own fleets when it starts."
        })
final class ProfilesApplyCommand implements Callable<Integer> {

    @Option(
            names = {"-f", "--file"},
            required = true,
            paramLabel = "FILE",
            description = "The profile as YAML or JSON; '-' reads standard input.")
    Path file = Path.of("-");

    @Mixin
    Output output = new Output();

    @Mixin
    ConnectionOptions connection = new ConnectionOptions();

    @Spec
    CommandSpec command = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        var profile = profile(Instant.now());
        var cluster = connection.resolve();
        publish(cluster, profile);
        output.print(
                profile,
                "fleet " + profile.getFleet() + ": profile with "
                        + profile.getRegions().size() + " regions published");
        return ExitCode.OK;
    }

    private FleetProfile profile(Instant now) {
        try {
            var profile = AvroYamlReader.read(InputFile.text(file), blank(now));
            profile.setUpdatedAt(now);
            var violations = ProfileRules.violations(profile.getFleet(), profile);
            if (!violations.isEmpty()) {
                throw new IllegalArgumentException(String.join("; ", violations));
            }
            return profile;
        } catch (IllegalArgumentException invalid) {
            throw new ParameterException(command.commandLine(), "--file " + file + ": " + invalid.getMessage());
        }
    }

    private static FleetProfile blank(Instant now) {
        return FleetProfile.newBuilder()
                .setFleet("")
                .setUpdatedAt(now)
                .setPolicy(FleetPolicy.newBuilder().build())
                .setRegions(List.of())
                .build();
    }

    private static void publish(ClusterConnection cluster, FleetProfile profile) throws InterruptedException {
        try (var serdes = cluster.serdes();
                var profiles = cluster.writer(serdes, Topics.FLEET_PROFILES)) {
            profiles.write(profile.getFleet(), profile, profile.getUpdatedAt());
        }
    }
}
