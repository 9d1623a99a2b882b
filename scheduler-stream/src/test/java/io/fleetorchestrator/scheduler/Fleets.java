package io.fleetorchestrator.scheduler;

import io.fleetorchestrator.schemas.contract.WorkloadRequest;
import io.fleetorchestrator.schemas.topics.Topics;
import io.fleetorchestrator.testing.ChildService;
import io.fleetorchestrator.testing.TopicSpace;
import io.fleetorchestrator.testing.samples.Samples;
import java.time.Duration;
import java.util.Collection;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** Publishes fleets on a real broker, for tests. */
public final class Fleets {

    private Fleets() {}

    /** Publishes the fleet's profile and a forecast for each of its regions. */
    public static void publish(TopicSpace topics, String fleet, String... regions) {
        // Avro must trust the types of the contract before samples are built.
        topics.serdes();
        var profile = Samples.profile(Stream.of(regions).map(Samples::region).toList());
        profile.setFleet(fleet);
        topics.send(Topics.FLEET_PROFILES, fleet, profile, Samples.ISSUED);
        for (var region : regions) {
            var forecast = Samples.forecast(region);
            forecast.setFleet(fleet);
            topics.send(Topics.FORECAST_INTERVALS, region, forecast, Samples.ISSUED);
        }
    }

    /** Waits until the scheduler has a forecast of every fleet: earlier requests would be blocked. */
    public static void awaitKnown(ChildService scheduler, Collection<String> fleets) {
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> {
            var metrics = scheduler.get("/metrics");
            return fleets.stream()
                    .allMatch(fleet -> metrics.contains("fleet_forecast_age_seconds{fleet=\"" + fleet + '"'));
        });
    }

    public static WorkloadRequest.Builder request(String fleet, String id) {
        return Samples.request(id).setFleet(fleet);
    }
}
