package io.fleetorchestrator.cli.profile;

import io.fleetorchestrator.cli.connection.ConnectionOptions;
import io.fleetorchestrator.cli.console.ExitCode;
import io.fleetorchestrator.cli.console.Output;
import io.fleetorchestrator.cli.terminal.Table;
import io.fleetorchestrator.schemas.contract.FleetProfile;
import io.fleetorchestrator.schemas.topics.Topics;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code fleet profiles show}: the current profiles. */
@Command(
        name = "show",
        description = "Shows the current profiles.",
        footer = {"", "'fleet profiles apply' reads the output of --json."})
final class ProfilesShowCommand implements Callable<Integer> {

    @Parameters(arity = "0..1", paramLabel = "FLEET", description = "Only this fleet.")
    Optional<String> fleet = Optional.empty();

    @Mixin
    Output output = new Output();

    @Mixin
    ConnectionOptions connection = new ConnectionOptions();

    @Override
    public Integer call() {
        var cluster = connection.resolve();
        try (var serdes = cluster.serdes()) {
            var profiles = new TreeMap<>(cluster.latest(serdes, Topics.FLEET_PROFILES));
            profiles.keySet()
                    .removeIf(
                            name -> fleet.filter(wanted -> !wanted.equals(name)).isPresent());
            if (profiles.isEmpty()) {
                output.error(
                        "no profile of " + fleet.map(name -> "fleet " + name).orElse("any fleet"),
                        "'fleet profiles apply --file FILE' publishes one; a simulator publishes its own");
                return ExitCode.FAILED;
            }
            show(profiles.values());
            return ExitCode.OK;
        }
    }

    private void show(Collection<FleetProfile> profiles) {
        if (output.isJson()) {
            profiles.forEach(profile -> output.print(profile, ""));
        } else {
            output.text(table(profiles).render());
        }
    }

    private static Table table(Collection<FleetProfile> profiles) {
        var table = new Table("FLEET", "REGION", "CAPACITY", "LIMIT", "HEAT", "CONFIDENCE", "STALE AFTER");
        for (var profile : profiles) {
            for (var region : profile.getRegions()) {
                table.row(
                        profile.getFleet(),
                        region.getRegion(),
                        number(region.getCapacityMw(), "MW"),
                        number(region.getTemperatureLimitC(), "°C"),
                        number(region.getHeatCouplingC(), "°C"),
                        number(100 * profile.getPolicy().getConfidence(), "%"),
                        number(profile.getPolicy().getStaleAfterMinutes(), "min"));
            }
        }
        return table;
    }

    private static String number(double value, String unit) {
        return String.format(Locale.ROOT, "%.4g %s", value, unit).replaceAll("\\.?0+ ", " ");
    }
}
