package io.fleetorchestrator.cli.outlook;

import io.fleetorchestrator.center.view.WhatIfView;
import io.fleetorchestrator.cli.connection.ConnectionOptions;
import io.fleetorchestrator.cli.console.CliException;
import io.fleetorchestrator.cli.console.ExitCode;
import io.fleetorchestrator.cli.console.Output;
import io.fleetorchestrator.cli.terminal.Table;
import io.fleetorchestrator.client.ClusterConnection;
import io.fleetorchestrator.core.ledger.ActivePlacements;
import io.fleetorchestrator.core.ledger.Ledger;
import io.fleetorchestrator.core.outlook.HourlyForecast;
import io.fleetorchestrator.core.outlook.RegionOutlook;
import io.fleetorchestrator.core.outlook.RegionTerms;
import io.fleetorchestrator.core.whatif.WhatIf;
import io.fleetorchestrator.runtime.text.Visible;
import io.fleetorchestrator.schemas.contract.FleetProfile;
import io.fleetorchestrator.schemas.contract.RegionForecast;
import io.fleetorchestrator.schemas.topics.Topics;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code fleet what-if}: the effect of moving load between two regions. */
@Command(
        name = "what-if",
        description = "Shows the effect of moving load between two regions.",
        footer = {
            "",
            "BOUND: highest temperature bound of the horizon. MARGIN: distance to the limit. "
                    + "LOAD: highest upper bound of the load, including placed work.",
            "",
            "Exit codes: 0 both regions safe, 4 one is not.",
            "",
            "Example: fleet what-if --from arizona --to wyoming --shift 10"
        })
public final class WhatIfCommand implements Callable<Integer> {

    @Option(names = "--from", required = true, paramLabel = "REGION", description = "Region to move load from.")
    String from = "";

    @Option(names = "--to", required = true, paramLabel = "REGION", description = "Region to move load to.")
    String to = "";

    @Option(
            names = "--shift",
            required = true,
            paramLabel = "PERCENT",
            description = "Load to move, in percent of the capacity of --from.")
    double percent;

    @Mixin
    Output output = new Output();

    @Mixin
    ConnectionOptions connection = new ConnectionOptions();

    @Override
    public Integer call() {
        requireValid();
        var shift = shift(connection.resolve());
        if (output.isJson()) {
            output.json(WhatIfView.of(shift));
        } else {
            output.text(table(shift).render() + System.lineSeparator() + summary(shift) + System.lineSeparator());
        }
        return shift.safe() ? ExitCode.OK : ExitCode.BLOCKED;
    }

    /** The same checks as in the API. */
    private void requireValid() {
        if (!(percent >= 0 && percent <= 100)) {
            throw CliException.ofUsage(
                    "--shift " + percent + " is not within 0 to 100", "give the share of the capacity in percent");
        }
        if (from.equals(to)) {
            throw CliException.ofUsage("--from and --to are both '" + from + "'", "give two different regions");
        }
    }

    private WhatIf.Shift shift(ClusterConnection cluster) {
        try (var serdes = cluster.serdes()) {
            var placements = new ActivePlacements();
            try (var decisions = cluster.reader(serdes, Topics.WORKLOAD_DECISIONS)) {
                decisions.readToEnd(decision -> placements.add(decision.value()));
            }
            var profiles = cluster.latest(serdes, Topics.FLEET_PROFILES).values();
            var forecasts = cluster.latest(serdes, Topics.FORECAST_INTERVALS);
            var ledger = placements.ledger();
            return WhatIf.shift(
                    outlook(from, profiles, forecasts, ledger), outlook(to, profiles, forecasts, ledger), percent);
        }
    }

    private static RegionOutlook outlook(
            String region, Collection<FleetProfile> profiles, Map<String, RegionForecast> forecasts, Ledger ledger) {
        var profile = profiles.stream()
                .flatMap(fleet -> fleet.getRegions().stream())
                .filter(known -> known.getRegion().equals(region))
                .findFirst()
                .orElseThrow(() -> new CliException(
                        "'" + region + "' is not a region of any fleet", "'fleet profiles show' lists the regions"));
        var forecast = Optional.ofNullable(forecasts.get(region))
                .orElseThrow(() -> new CliException(
                        region + " has no forecast yet",
                        "check that telemetry is published and a forecaster is running"));
        return new RegionOutlook(RegionTerms.of(profile), HourlyForecast.of(forecast), ledger);
    }

    private static Table table(WhatIf.Shift shift) {
        var table = new Table("REGION", "", "BOUND", "MARGIN", "LOAD", "CAPACITY", "RISK");
        row(table, "now", shift.fromBefore());
        row(table, "then", shift.fromAfter());
        row(table, "now", shift.toBefore());
        row(table, "then", shift.toAfter());
        return table;
    }

    private static void row(Table table, String when, WhatIf.Peak peak) {
        table.row(
                peak.region(),
                when,
                number(peak.boundC(), "°C"),
                number(peak.marginC(), "°C"),
                number(peak.loadMw(), "MW"),
                number(peak.capacityMw(), "MW"),
                peak.risk().name());
    }

    private static String number(double value, String unit) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, "%.1f %s", value, unit) : "-";
    }

    private String summary(WhatIf.Shift shift) {
        return output.width()
                        .flow(
                                "  ",
                                String.format(Locale.ROOT, "%.1f MW moved: ", shift.shiftedMw()) + verdict(shift),
                                added(shift.carbonAddedKg(), "kg CO₂"),
                                added(shift.waterAddedL(), "L water"))
                + System.lineSeparator()
                + required(shift);
    }

    private static String verdict(WhatIf.Shift shift) {
        return shift.safe()
                ? "both regions safe"
                : Stream.of(shift.fromAfter(), shift.toAfter())
                        .filter(peak -> !peak.safe())
                        .map(peak -> Visible.text(peak.region())
                                + (peak.marginC() >= 0 ? " above its capacity" : " above its limit"))
                        .collect(Collectors.joining(", ", "not safe, ", ""));
    }

    private static String required(WhatIf.Shift shift) {
        var source = Visible.text(shift.fromBefore().region());
        var required = shift.requiredPercent();
        if (required.isEmpty()) {
            return "No shift brings " + source + " below its limit.";
        }
        return required.getAsDouble() == 0
                ? source + " already meets its limit; nothing needs to move."
                : String.format(
                        Locale.ROOT, "%s meets its limit once %.1f %% are moved.", source, required.getAsDouble());
    }

    private static String added(double amount, String unit) {
        return Double.isFinite(amount) ? String.format(Locale.ROOT, ", %+,.0f %s", amount, unit) : "";
    }
}
