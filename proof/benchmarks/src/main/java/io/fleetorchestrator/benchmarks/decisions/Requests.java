package io.fleetorchestrator.benchmarks.decisions;

import io.fleetorchestrator.benchmarks.cluster.BenchCluster;
import io.fleetorchestrator.core.fleet.FleetEvent;
import io.fleetorchestrator.producer.regions.FleetModel;
import io.fleetorchestrator.producer.regions.FleetProfiles;
import io.fleetorchestrator.producer.regions.GeneratedFleets;
import io.fleetorchestrator.producer.regions.RegionModel;
import io.fleetorchestrator.producer.regions.RegionsFile;
import io.fleetorchestrator.schemas.contract.ForecastStatus;
import io.fleetorchestrator.schemas.contract.HourInterval;
import io.fleetorchestrator.schemas.contract.RegionForecast;
import io.fleetorchestrator.schemas.contract.SignalForecast;
import io.fleetorchestrator.schemas.contract.WorkloadRequest;
import io.fleetorchestrator.schemas.topics.Topics;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Fleets with fresh forecasts, and requests to them: two hours within the next half day, anywhere in the fleet. */
public final class Requests {

    private static final long SEED = 42;
    /** Enough to use every partition, few enough to keep the writer of each fleet busy. */
    private static final int FLEETS = 60;

    private static final int REGIONS = 3 * FLEETS;
    private static final int HORIZON = 24;
    /** Ten watts: millions of them fit, so that no request is blocked by capacity. */
    private static final double POWER_MW = 1e-5;

    private final List<FleetModel> fleets;
    private final Instant hour = Instant.now().truncatedTo(ChronoUnit.HOURS);

    public Requests() {
        var shipped = RegionsFile.shipped().stream()
                .map(FleetModel::regions)
                .flatMap(List::stream)
                .toList();
        this.fleets = GeneratedFleets.of(SEED, REGIONS, FLEETS, shipped);
    }

    /** Publishes the profiles and forecasts that decisions need. */
    public void introduce(BenchCluster cluster, String prefix) {
        try (var serdes = cluster.serdes();
                var profiles = cluster.sender(serdes, Topics.FLEET_PROFILES);
                var forecasts = cluster.sender(serdes, Topics.FORECAST_INTERVALS)) {
            for (var fleet : fleets) {
                profiles.send(Topics.FLEET_PROFILES.name(prefix), fleet.fleet(), FleetProfiles.of(fleet, hour));
                fleet.regions()
                        .forEach(region -> forecasts.send(
                                Topics.FORECAST_INTERVALS.name(prefix), region.region(), forecast(fleet, region)));
            }
        }
    }

    /** The same as events of one fleet. */
    public List<FleetEvent> knowledge(String name) {
        var known = new ArrayList<FleetEvent>();
        fleets.stream().filter(fleet -> fleet.fleet().equals(name)).forEach(fleet -> {
            known.add(new FleetEvent.ProfilePublished(FleetProfiles.of(fleet, hour)));
            fleet.regions().forEach(region -> known.add(new FleetEvent.ForecastIssued(forecast(fleet, region))));
        });
        return known;
    }

    /** The request of this number, submitted now. */
    public WorkloadRequest request(String run, long number) {
        var fleet = fleets.get((int) (number % fleets.size()));
        var home = fleet.regions()
                .get((int) (number / fleets.size() % fleet.regions().size()));
        return WorkloadRequest.newBuilder()
                .setRequestId(run + "-" + number)
                .setFleet(fleet.fleet())
                .setTenant("bench")
                .setSubmittedAt(Instant.now())
                .setHomeRegion(home.region())
                .setPowerMw(POWER_MW)
                .setDurationHours(2)
                .setEarliestStart(hour.plus(Duration.ofHours(2)))
                .setDeadline(hour.plus(Duration.ofHours(14)))
                .build();
    }

    private RegionForecast forecast(FleetModel fleet, RegionModel region) {
        return RegionForecast.newBuilder()
                .setRegion(region.region())
                .setFleet(fleet.fleet())
                .setIssuedAt(hour)
                .setTemperature(
                        signal(region.climate().meanC(), region.climate().diurnalC(), 3))
                .setItLoad(signal(0.5 * region.capacityMw(), 0.1 * region.capacityMw(), 2))
                .setCarbon(signal(region.grid().baseGPerKwh(), 40, 30))
                .setWater(signal(1, 0.4, 0.3))
                .build();
    }

    private SignalForecast signal(double mean, double swing, double margin) {
        return SignalForecast.newBuilder()
                .setStatus(ForecastStatus.CALIBRATED)
                .setCalibrationSize(1000)
                .setHours(IntStream.range(0, HORIZON)
                        .mapToObj(ahead -> interval(ahead, mean + swing * Math.cos(2 * Math.PI * ahead / 24), margin))
                        .toList())
                .build();
    }

    private HourInterval interval(int ahead, double point, double margin) {
        return new HourInterval(
                hour.plus(Duration.ofHours(ahead)), point, point - margin, point + margin, point + margin);
    }
}
