package io.fleetorchestrator.cli.access;

import io.fleetorchestrator.center.CommandCenter;
import io.fleetorchestrator.forecaster.Forecaster;
import io.fleetorchestrator.producer.ProducerListener;
import io.fleetorchestrator.producer.ProducerSettings;
import io.fleetorchestrator.producer.TelemetryProducer;
import io.fleetorchestrator.runtime.access.Grant;
import io.fleetorchestrator.runtime.access.Grants;
import io.fleetorchestrator.runtime.access.Principal;
import io.fleetorchestrator.runtime.service.Service;
import io.fleetorchestrator.runtime.settings.Settings;
import io.fleetorchestrator.runtime.startup.TopicNeeds;
import io.fleetorchestrator.scheduler.Scheduler;
import io.fleetorchestrator.schemas.topics.Topics;
import java.time.Clock;
import java.util.List;

/**
 * One login for each service, one for whoever applies the topics and one for people who submit from a terminal. What a
 * service is granted comes from the topics it declares, the same that its start checks look for.
 */
public final class Principals {

    private final String prefix;

    private Principals(String prefix) {
        this.prefix = prefix;
    }

    /** Everybody, on a cluster whose topics have this prefix. */
    public static List<Principal> of(String topicPrefix) {
        return new Principals(topicPrefix).all();
    }

    private List<Principal> all() {
        return List.of(
                new Principal("fleet-operator", Grants.onPlan(prefix)),
                new Principal("fleet-producer", producer()),
                new Principal("fleet-forecaster", topology(new Forecaster())),
                new Principal("fleet-scheduler", topology(new Scheduler())),
                new Principal("fleet-command-center", service(new CommandCenter())),
                new Principal("fleet-submitter", submitter()));
    }

    private List<Grant> producer() {
        var producer = new TelemetryProducer(Clock.systemUTC(), ProducerListener.NONE);
        var withWorkloads = Settings.defaults(ProducerSettings.class, "--workloads", "true");
        return Grants.all(
                Grants.on(producer.topics(withWorkloads), prefix),
                List.of(Grants.lookUp(Topics.TELEMETRY_READINGS, prefix)));
    }

    private <X extends Record> List<Grant> topology(Service<X> service) {
        return Grants.all(service(service), Grants.ofTopology(prefix + service.name()));
    }

    private <X extends Record> List<Grant> service(Service<X> service) {
        return Grants.on(service.topics(Settings.defaults(service.settingsType())), prefix);
    }

    /** What {@code fleet submit}, {@code decisions}, {@code forecasts} and {@code coverage} use. */
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
