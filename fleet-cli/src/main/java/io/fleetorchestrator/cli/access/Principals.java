package io.fleetorchestrator.cli.access;

import io.fleetorchestrator.cli.services.KnownService;
import io.fleetorchestrator.cli.services.Services;
import io.fleetorchestrator.producer.TelemetryProducer;
import io.fleetorchestrator.runtime.access.Grant;
import io.fleetorchestrator.runtime.access.Grants;
import io.fleetorchestrator.runtime.access.Principal;
import io.fleetorchestrator.runtime.service.StreamsService;
import io.fleetorchestrator.runtime.startup.TopicNeeds;
import io.fleetorchestrator.schemas.topics.Topics;
import java.util.ArrayList;
import java.util.List;

/**
 * One login for each service, one for the operator who applies the topics and one for people who submit from a terminal. A
 * service is granted what the topics that it declares require; its start checks look for the same topics.
 */
public final class Principals {

    private final String prefix;

    private Principals(String prefix) {
        this.prefix = prefix;
    }

    /** All principals, on a cluster whose topics have this prefix. */
    public static List<Principal> of(String topicPrefix) {
        return new Principals(topicPrefix).all();
    }

    private List<Principal> all() {
        var principals = new ArrayList<Principal>();
        principals.add(new Principal("fleet-operator", Grants.onPlan(prefix)));
        Services.all().forEach(service -> principals.add(new Principal(service.principal(), grants(service))));
        principals.add(new Principal("fleet-submitter", submitter()));
        return principals;
    }

    private List<Grant> grants(KnownService<?> service) {
        return Grants.all(Grants.on(service.topics(), prefix), further(service));
    }

    /** What a service needs beyond its topics. */
    private List<Grant> further(KnownService<?> service) {
        if (service.service() instanceof StreamsService<?>) {
            return Grants.ofTopology(prefix + service.name());
        }
        // The producer checks the retention of its topic.
        return service.service() instanceof TelemetryProducer
                ? List.of(Grants.lookUp(Topics.TELEMETRY_READINGS, prefix))
                : List.of();
    }

    /** The topics of {@code fleet submit}, {@code decisions}, {@code forecasts} and {@code coverage}. */
    private List<Grant> submitter() {
        var needs = TopicNeeds.reading(
                        Topics.WORKLOAD_DECISIONS,
                        Topics.FORECAST_INTERVALS,
                        Topics.FORECAST_OUTCOMES,
                        Topics.FLEET_PROFILES)
                .writing(Topics.WORKLOAD_REQUESTS);
        return Grants.on(needs, prefix);
    }
}
