package io.fleetorchestrator.core.fleet;

import static io.fleetorchestrator.testing.samples.Samples.ISSUED;
import static io.fleetorchestrator.testing.samples.Samples.forecast;
import static io.fleetorchestrator.testing.samples.Samples.hour;
import static io.fleetorchestrator.testing.samples.Samples.request;

import io.fleetorchestrator.schemas.contract.FleetProfile;
import io.fleetorchestrator.schemas.contract.RegionForecast;
import io.fleetorchestrator.schemas.contract.RegionProfile;
import io.fleetorchestrator.schemas.contract.WorkloadRequest;
import io.fleetorchestrator.testing.samples.Samples;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Random lives of a fleet: everything that may happen in a few hours, from a seed. */
final class Logs {

    static final List<String> REGIONS = List.of("arizona", "ireland", "wyoming");

    /** Few enough that ids come again. */
    static final int IDS = 60;

    private final SplittableRandom random;

    private Logs(long seed) {
        random = new SplittableRandom(seed);
    }

    /** The profile, and then hours of forecasts and requests. */
    static List<FleetEvent> log(long seed, int hours) {
        return new Logs(seed).log(hours);
    }

    private List<FleetEvent> log(int hours) {
        var events = new ArrayList<FleetEvent>();
        events.add(new FleetEvent.ProfilePublished(profile()));
        for (int at = 0; at < hours; at++) {
            for (var region : REGIONS) {
                events.add(new FleetEvent.ForecastIssued(randomForecast(region, at)));
            }
            for (int count = random.nextInt(30); count > 0; count--) {
                events.add(new FleetEvent.Requested(randomRequest(at)));
            }
        }
        return events;
    }

    /** Regions whose limits are all near. */
    private FleetProfile profile() {
        return Samples.profile(REGIONS.stream().map(this::region).toList());
    }

    private RegionProfile region(String name) {
        var region = Samples.region(name);
        region.setCapacityMw(40 + random.nextDouble() * 80);
        region.setHeatCouplingC(random.nextDouble() * 10);
        return region;
    }

    private RegionForecast randomForecast(String region, int at) {
        double base = 26 + random.nextDouble() * 8;
        double load = 20 + random.nextDouble() * 40;
        var forecast = forecast(
                region,
                hour(at),
                hour -> base + random.nextDouble() * 3,
                hour -> load + random.nextDouble() * 10,
                hour -> 100 + random.nextInt(5) * 100);
        forecast.setFlexibleLoadMwAtIssue(random.nextDouble() * 10);
        if (random.nextInt(4) == 0) {
            forecast.getTemperature()
                    .getHours()
                    .get(random.nextInt(Samples.HORIZON))
                    .setUpperOneSided(null);
        }
        return forecast;
    }

    private WorkloadRequest randomRequest(int at) {
        String id = "r" + random.nextInt(IDS);
        var submitted = hour(at).plus(Duration.ofMinutes(random.nextInt(60)));
        if (random.nextInt(5) == 0) {
            var cancel = Samples.cancel(id);
            cancel.setSubmittedAt(submitted);
            return cancel;
        }
        var request = request(id)
                .setSubmittedAt(submitted)
                .setDryRun(random.nextInt(6) == 0)
                .setPowerMw(random.nextInt(1, 200) / 10.0)
                .setDurationHours(random.nextInt(1, 10))
                .setHomeRegion(REGIONS.get(random.nextInt(REGIONS.size())));
        if (random.nextInt(3) == 0) {
            request.setAllowedRegions(List.of(REGIONS.get(random.nextInt(REGIONS.size()))));
        }
        if (random.nextInt(3) == 0) {
            request.setEarliestStart(ISSUED.plus(Duration.ofHours(at + random.nextInt(12))));
        }
        if (random.nextInt(3) == 0) {
            request.setDeadline(ISSUED.plus(Duration.ofHours(at + random.nextInt(30))));
        }
        return request.build();
    }
}
