package io.fleetorchestrator.scheduler;

import io.fleetorchestrator.runtime.service.ServiceMain;
import io.fleetorchestrator.runtime.service.StreamsService;
import io.fleetorchestrator.runtime.service.TopologyContext;
import io.fleetorchestrator.runtime.settings.ServiceSettings;
import io.fleetorchestrator.runtime.startup.TopicNeeds;
import io.fleetorchestrator.runtime.streams.StreamsSettings;
import io.fleetorchestrator.scheduler.metrics.SchedulerMetrics;
import io.fleetorchestrator.schemas.topics.Topics;
import java.time.Clock;
import org.apache.kafka.streams.StreamsBuilder;

/** The scheduler as a service. */
public final class Scheduler implements StreamsService<SchedulerSettings> {

    public static void main(String[] args) {
        ServiceMain.run(new Scheduler(), args);
    }

    @Override
    public String name() {
        return "scheduler";
    }

    @Override
    public String command() {
        return "schedule";
    }

    @Override
    public Class<SchedulerSettings> settingsType() {
        return SchedulerSettings.class;
    }

    @Override
    public ServiceSettings common(SchedulerSettings settings) {
        return settings.service();
    }

    @Override
    public StreamsSettings streams(SchedulerSettings settings) {
        return settings.streams();
    }

    @Override
    public TopicNeeds topics(SchedulerSettings settings) {
        return TopicNeeds.reading(Topics.WORKLOAD_REQUESTS, Topics.FLEET_PROFILES, Topics.FORECAST_INTERVALS)
                .writing(Topics.WORKLOAD_DECISIONS, Topics.FLEET_ADVISORIES, Topics.DEAD_LETTER)
                .joining(Topics.WORKLOAD_REQUESTS, Topics.FLEET_PROFILES);
    }

    @Override
    public void build(StreamsBuilder builder, SchedulerSettings settings, TopologyContext context) {
        var metrics = new SchedulerMetrics(context.meters(), Clock.systemUTC());
        new SchedulerTopology(context, settings.rememberAnswers(), metrics).build(builder);
    }
}
