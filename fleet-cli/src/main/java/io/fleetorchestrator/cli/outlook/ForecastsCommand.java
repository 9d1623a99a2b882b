package io.fleetorchestrator.cli.outlook;

import io.fleetorchestrator.cli.connection.ConnectionOptions;
import io.fleetorchestrator.cli.console.ExitCode;
import io.fleetorchestrator.cli.console.Output;
import io.fleetorchestrator.cli.terminal.BandChart;
import io.fleetorchestrator.cli.workload.DecisionText;
import io.fleetorchestrator.client.ClusterConnection;
import io.fleetorchestrator.runtime.text.Visible;
import io.fleetorchestrator.schemas.contract.FleetProfile;
import io.fleetorchestrator.schemas.contract.HourInterval;
import io.fleetorchestrator.schemas.contract.RegionForecast;
import io.fleetorchestrator.schemas.contract.RegionProfile;
import io.fleetorchestrator.schemas.serdes.AvroSerdes;
import io.fleetorchestrator.schemas.topics.Topics;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code fleet forecasts}: the newest temperature forecast of a region against its limit. */
@Command(
        name = "forecasts",
        description = "Draws the temperature forecast of a region against its limit.",
        footer = {"", "● expected   ░ interval   ▔ upper bound (! above the limit)   ─ limit"})
public final class ForecastsCommand implements Callable<Integer> {

    private static final int ROWS = 16;
    /** Width if the terminal's is unknown. */
    private static final int COLUMNS = 80;
    /** ASHRAE A2 inlet: the limit of a fleet without a profile. */
    private static final double DEFAULT_LIMIT_C = 35;

    @Parameters(paramLabel = "REGION", description = "The region.")
    String region = "";

    @Option(names = "--width", paramLabel = "COLUMNS", description = "Default: the terminal's, else 80")
    OptionalInt width = OptionalInt.empty();

    @Mixin
    Output output = new Output();

    @Mixin
    ConnectionOptions connection = new ConnectionOptions();

    @Override
    public Integer call() {
        var cluster = connection.resolve();
        try (var serdes = cluster.serdes()) {
            var forecasts = cluster.latest(serdes, Topics.FORECAST_INTERVALS);
            var forecast = Optional.ofNullable(forecasts.get(region));
            forecast.ifPresentOrElse(found -> show(cluster, serdes, found), () -> error(forecasts));
            return forecast.isPresent() ? ExitCode.OK : ExitCode.FAILED;
        }
    }

    private void error(Map<String, RegionForecast> forecasts) {
        output.error(
                "no forecast of region '" + region + "'",
                forecasts.isEmpty()
                        ? "none has been issued yet; check that telemetry is published and a forecaster is running"
                        : "forecasts exist of: " + String.join(", ", new TreeSet<>(forecasts.keySet())));
    }

    private void show(ClusterConnection cluster, AvroSerdes serdes, RegionForecast forecast) {
        output.print(forecast, title(forecast) + System.lineSeparator() + chart(forecast, limit(cluster, serdes)));
    }

    private double limit(ClusterConnection cluster, AvroSerdes serdes) {
        return cluster.latest(serdes, Topics.FLEET_PROFILES).values().stream()
                .filter(Objects::nonNull)
                .map(FleetProfile::getRegions)
                .flatMap(regions -> regions.stream())
                .filter(profile -> profile.getRegion().equals(region))
                .mapToDouble(RegionProfile::getTemperatureLimitC)
                .findFirst()
                .orElse(DEFAULT_LIMIT_C);
    }

    private String title(RegionForecast forecast) {
        var temperature = forecast.getTemperature();
        return output.width()
                .fit(
                        String.format(
                                Locale.ROOT,
                                "%s, °C, issued %s, %s at %.0f %%",
                                Visible.text(forecast.getRegion()),
                                DecisionText.moment(forecast.getIssuedAt()),
                                temperature.getStatus(),
                                100 * forecast.getConfidence()),
                        ", by " + Visible.text(String.valueOf(temperature.getModelId())));
    }

    private String chart(RegionForecast forecast, double limit) {
        var hours = forecast.getTemperature().getHours().stream()
                .map(ForecastsCommand::hour)
                .toList();
        return new BandChart(hours, limit, ROWS, width.orElse(output.width().or(COLUMNS)))
                .render()
                .stripTrailing();
    }

    private static BandChart.Hour hour(HourInterval hour) {
        return new BandChart.Hour(
                orHole(hour.getLower()),
                orHole(hour.getPoint()),
                orHole(hour.getUpper()),
                orHole(hour.getUpperOneSided()));
    }

    private static double orHole(@Nullable Double value) {
        return value == null ? Double.NaN : value;
    }
}
