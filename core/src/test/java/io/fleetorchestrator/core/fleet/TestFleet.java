package io.fleetorchestrator.core.fleet;

import io.fleetorchestrator.schemas.contract.Advisory;
import io.fleetorchestrator.schemas.contract.FleetProfile;
import io.fleetorchestrator.schemas.contract.RegionForecast;
import io.fleetorchestrator.schemas.contract.SchedulingDecision;
import io.fleetorchestrator.schemas.contract.WorkloadRequest;
import io.fleetorchestrator.testing.samples.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A fleet that can be spoken to in one line. */
public final class TestFleet {

    private final FleetScheduler scheduler;

    public TestFleet() {
        this(FleetSnapshot.EMPTY, FleetJournal.NONE);
    }

    public TestFleet(FleetSnapshot memory, FleetJournal journal) {
        scheduler = new FleetScheduler(Samples.FLEET, memory, journal, Duration.ofDays(7));
    }

    public static TestFleet of(String... regions) {
        var fleet = new TestFleet().with(Samples.profile(regions));
        for (var region : regions) {
            fleet.forecast(Samples.forecast(region));
        }
        return fleet;
    }

    public TestFleet with(FleetProfile profile) {
        publish(profile);
        return this;
    }

    /** What a profile leads to. */
    public List<Advisory> publish(FleetProfile profile) {
        return on(new FleetEvent.ProfilePublished(profile)).stream()
                .map(answer -> ((FleetAnswer.Advised) answer).advisory())
                .toList();
    }

    public TestFleet with(RegionForecast forecast) {
        forecast(forecast);
        return this;
    }

    public List<Advisory> forecast(RegionForecast forecast) {
        return on(new FleetEvent.ForecastIssued(forecast)).stream()
                .map(answer -> ((FleetAnswer.Advised) answer).advisory())
                .toList();
    }

    public SchedulingDecision ask(WorkloadRequest.Builder request) {
        return ask(request.build());
    }

    public SchedulingDecision ask(WorkloadRequest request) {
        return answers(request).get(0);
    }

    /** No answer or one. */
    public List<SchedulingDecision> answers(WorkloadRequest request) {
        return answers(request, request.getSubmittedAt());
    }

    /** The same for a request whose record carries another time than the request. */
    public List<SchedulingDecision> answers(WorkloadRequest request, Instant publishedAt) {
        return scheduler.on(new FleetEvent.Requested(request), publishedAt).stream()
                .map(answer -> ((FleetAnswer.Decided) answer).decision())
                .toList();
    }

    /** An event whose record carries the time that the event itself carries. */
    public List<FleetAnswer> on(FleetEvent event) {
        return scheduler.on(event, timeOf(event));
    }

    private static Instant timeOf(FleetEvent event) {
        return event.visit(new FleetEvent.Visitor<>() {
            @Override
            public Instant requested(WorkloadRequest request) {
                return request.getSubmittedAt();
            }

            @Override
            public Instant forecastIssued(RegionForecast forecast) {
                return forecast.getIssuedAt();
            }

            @Override
            public Instant profilePublished(FleetProfile profile) {
                return profile.getUpdatedAt();
            }

            @Override
            public Instant profileRemoved() {
                return Samples.ISSUED;
            }
        });
    }

    public FleetState state() {
        return scheduler.state();
    }
}
