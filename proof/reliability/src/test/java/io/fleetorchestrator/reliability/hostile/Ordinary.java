package io.fleetorchestrator.reliability.hostile;

import io.fleetorchestrator.schemas.contract.Booster;
import io.fleetorchestrator.schemas.contract.CalibrationSeed;
import io.fleetorchestrator.schemas.contract.CurvePoint;
import io.fleetorchestrator.schemas.contract.FleetProfile;
import io.fleetorchestrator.schemas.contract.LinearPart;
import io.fleetorchestrator.schemas.contract.ModelArtifact;
import io.fleetorchestrator.schemas.contract.ModelEvaluation;
import io.fleetorchestrator.schemas.contract.ObjectiveWeights;
import io.fleetorchestrator.schemas.contract.RegionForecast;
import io.fleetorchestrator.schemas.contract.Resources;
import io.fleetorchestrator.schemas.contract.Signal;
import io.fleetorchestrator.schemas.contract.TelemetryReading;
import io.fleetorchestrator.schemas.contract.WorkloadRequest;
import io.fleetorchestrator.schemas.topics.Topics;
import io.fleetorchestrator.testing.TopicSpace;
import io.fleetorchestrator.testing.samples.Samples;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Ordinary records with a value in every field, from which hostile ones are made. Their fleets are not those of the
 * well-behaved clients, except for one fleet that gets requests of both.
 */
public final class Ordinary {

    /** A fleet whose profiles and forecasts are hostile, as are the requests to it. */
    public static final String ATTACKED = "attacked";

    /** A valid fleet that gets mostly hostile requests. */
    public static final String BESIEGED = "besieged";

    /** A fleet of well-behaved clients that gets hostile requests too. */
    public static final String VISITED = "apac";

    /** Prefix of the names of unknown fleets. */
    public static final String STRANGER = "stranger-";

    static final String[] REGIONS = {"hostile-1", "hostile-2"};

    private static final List<String> FLEETS = List.of(BESIEGED, BESIEGED, ATTACKED, VISITED);
    private static final Instant MEASURED = Instant.parse("2025-06-01T00:00:00Z");

    private Ordinary() {}

    /** Publishes the profiles and forecasts of the besieged fleet, and the first ones of the attacked fleet. */
    static void publishFleets(TopicSpace topics) {
        for (var fleet : List.of(BESIEGED, ATTACKED)) {
            var profile = Samples.profile(REGIONS);
            profile.setFleet(fleet);
            topics.send(Topics.FLEET_PROFILES, fleet, profile, Samples.ISSUED);
            for (var region : REGIONS) {
                var forecast = Samples.forecast(region);
                forecast.setFleet(fleet);
                topics.send(Topics.FORECAST_INTERVALS, region, forecast, Samples.ISSUED);
            }
        }
    }

    static String fleet(int number) {
        return FLEETS.get(number % FLEETS.size());
    }

    static String region(int number) {
        return REGIONS[number % REGIONS.length];
    }

    static WorkloadRequest request(int number) {
        return Samples.request(Label.of(number))
                .setFleet(fleet(number))
                .setTenant(Label.of(number))
                .setName(Label.of(number))
                .setHomeRegion(REGIONS[0])
                .setAllowedRegions(List.of(REGIONS[0], REGIONS[1], "arizona"))
                .setPowerMw(0.5)
                .setEarliestStart(Samples.hour(2 + number % 5))
                .setDeadline(Samples.hour(20))
                .setWeights(new ObjectiveWeights(1.0, 0.05, 1.0, 10.0))
                .setMaxLatencyMs(10_000.0)
                .setResources(new Resources(8.0, 64.0, 1.0))
                .setDryRun(number % 7 == 0)
                .build();
    }

    static TelemetryReading reading(int number) {
        return TelemetryReading.newBuilder()
                .setRegion(region(number))
                .setFleet(ATTACKED)
                .setObservedAt(MEASURED.plus(Duration.ofMinutes(number)))
                .setTemperatureC(22.0)
                .setItLoadMw(40.0)
                .setFlexibleLoadMw(3.0)
                .setCarbonGPerKwh(300.0)
                .setWaterLPerKwh(1.5)
                .setPue(1.2)
                .setRelativeHumidityPct(40.0)
                .setWindSpeedMps(3.0)
                .build();
    }

    static FleetProfile profile(int number) {
        var curve = List.of(new CurvePoint(0.0, 1.1), new CurvePoint(30.0, 1.3));
        var regions = Stream.of(REGIONS)
                .map(name -> {
                    var region = Samples.region(name);
                    region.setPueByTemperature(curve);
                    region.setWaterByTemperature(curve);
                    region.setLatencyMs(Map.of(REGIONS[1], 20.0));
                    return region;
                })
                .toList();
        var profile = Samples.profile(regions);
        profile.setFleet(ATTACKED);
        profile.setUpdatedAt(Samples.ISSUED.plusMillis(number));
        return profile;
    }

    static RegionForecast forecast(int number) {
        var forecast = Samples.forecast(region(number));
        forecast.setFleet(ATTACKED);
        return forecast;
    }

    static ModelArtifact model(int number) {
        var line = new LinearPart(0.1, List.of(1.0), List.of(1.0), List.of(0.5));
        return ModelArtifact.newBuilder()
                .setSignal(Signal.TEMPERATURE)
                .setModelId("hostile-" + number)
                .setTrainedAt(MEASURED)
                .setFeatureNames(List.of("nothing"))
                .setFeatureSchemaHash("0000")
                .setBoosters(List.of(new Booster(1, 24, ByteBuffer.wrap(new byte[] {1, 2, 3}), List.of(line))))
                .setEvaluation(new ModelEvaluation(1L, 1L, 1L, 1.0, 1.0, 1.0, 0.9, 0.9, 1.0))
                .setCalibrationSeeds(
                        List.of(new CalibrationSeed("", 1, 100L, 1.0, 1.0, 1.0, 1.0, Collections.nCopies(24, 1.0))))
                .build();
    }
}
