package io.fleetorchestrator.reliability.scene;

import io.fleetorchestrator.scheduler.Scheduler;
import io.fleetorchestrator.schemas.contract.FleetProfile;
import io.fleetorchestrator.schemas.contract.SchedulingDecision;
import io.fleetorchestrator.schemas.contract.WorkloadRequest;
import io.fleetorchestrator.schemas.topics.Topics;
import io.fleetorchestrator.testing.ChildService;
import io.fleetorchestrator.testing.Platform;
import io.fleetorchestrator.testing.ScratchDirectory;
import io.fleetorchestrator.testing.TopicSpace;
import io.fleetorchestrator.testing.samples.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;

/** Fleets of one half-empty region each, all of one scheduler, one for each test case. */
public final class SmallFleets implements AutoCloseable {

    private static final Instant SENT = Samples.ISSUED.plus(Duration.ofMinutes(12));
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Platform platform;
    private final TopicSpace topics;
    private final ScratchDirectory state = ScratchDirectory.create("small-fleets");
    private final ChildService scheduler;

    public SmallFleets(Platform platform, TopicSpace topics) {
        this.platform = platform;
        this.topics = topics;
        this.scheduler = ChildService.start(
                Scheduler.class, topics.flags("--state-dir", state.path().toString()));
        scheduler.awaitReady();
    }

    public FleetProfile profile(String fleet) {
        var profile = Samples.profile(region(fleet));
        profile.setFleet(fleet);
        return profile;
    }

    public String region(String fleet) {
        return fleet + "-region";
    }

    /** A fleet of one half-empty region, ready for requests. */
    public String fleet(String name) {
        // Avro must trust our types, of which samples are built.
        topics.serdes();
        topics.send(Topics.FLEET_PROFILES, name, profile(name), Samples.ISSUED);
        forecast(name, Samples.ISSUED);
        return name;
    }

    public void forecast(String fleet, Instant issuedAt) {
        var forecast = Samples.forecast(region(fleet), issuedAt, hour -> 25, hour -> 50, hour -> 300);
        forecast.setFleet(fleet);
        topics.send(Topics.FORECAST_INTERVALS, region(fleet), forecast, issuedAt);
        // Requests come on another topic than forecasts, and may overtake them.
        awaitRead(topics.name(Topics.FLEET_PROFILES));
        awaitRead(topics.name(Topics.FORECAST_INTERVALS));
        awaitRead(topics.prefix() + "scheduler-forecasts-by-fleet-repartition");
    }

    public void awaitRead(String topic) {
        GroupOffsets.awaitRead(platform, topics.prefix() + "scheduler", topic);
    }

    public WorkloadRequest.Builder request(String fleet, String id) {
        return Samples.request(id).setFleet(fleet).setPowerMw(1);
    }

    public WorkloadRequest cancel(String fleet, String id, Instant submittedAt) {
        var cancel = Samples.cancel(id);
        cancel.setFleet(fleet);
        cancel.setSubmittedAt(submittedAt);
        return cancel;
    }

    /** With the timestamp of a correct clock, because brokers reject records from the future. */
    public void send(WorkloadRequest request) {
        topics.send(Topics.WORKLOAD_REQUESTS, request.getFleet(), request, SENT);
    }

    public List<SchedulingDecision> awaitDecisions(String fleet, int count) {
        return Awaitility.await(count + " decisions for " + fleet)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(300))
                .until(() -> decisions(fleet), decisions -> decisions.size() >= count);
    }

    public List<SchedulingDecision> decisions(String fleet) {
        return topics.all(Topics.WORKLOAD_DECISIONS).stream()
                .map(ConsumerRecord::value)
                .filter(decision -> decision.getFleet().equals(fleet))
                .toList();
    }

    @Override
    public void close() {
        scheduler.close();
        state.close();
    }
}
