package io.fleetorchestrator.forecaster;

import io.fleetorchestrator.forecaster.model.XgboostForecaster;
import io.fleetorchestrator.forecaster.stream.ForecasterTopology;
import io.fleetorchestrator.forecaster.training.TrainerElection;
import io.fleetorchestrator.runtime.service.RunningService;
import io.fleetorchestrator.runtime.service.ServiceContext;
import io.fleetorchestrator.runtime.service.ServiceMain;
import io.fleetorchestrator.runtime.service.StreamsService;
import io.fleetorchestrator.runtime.service.TopologyContext;
import io.fleetorchestrator.runtime.settings.ServiceSettings;
import io.fleetorchestrator.runtime.startup.TopicNeeds;
import io.fleetorchestrator.runtime.streams.StreamsSettings;
import io.fleetorchestrator.schemas.topics.Topics;
import org.apache.kafka.streams.StreamsBuilder;

/** The forecaster as a service, alone in a JVM by its main method or together with other services. */
public final class Forecaster implements StreamsService<ForecasterSettings> {

    public static void main(String[] args) {
        ServiceMain.run(new Forecaster(), args);
    }

    @Override
    public String name() {
        return "forecaster";
    }

    @Override
    public String command() {
        return "forecast";
    }

    @Override
    public Class<ForecasterSettings> settingsType() {
        return ForecasterSettings.class;
    }

    @Override
    public ServiceSettings common(ForecasterSettings settings) {
        return settings.service();
    }

    @Override
    public StreamsSettings streams(ForecasterSettings settings) {
        return settings.streams();
    }

    @Override
    public TopicNeeds topics(ForecasterSettings settings) {
        return TopicNeeds.reading(Topics.TELEMETRY_READINGS, Topics.TELEMETRY_HOURLY, Topics.FORECAST_MODELS)
                .writing(
                        Topics.TELEMETRY_HOURLY,
                        Topics.FORECAST_INTERVALS,
                        Topics.FORECAST_OUTCOMES,
                        Topics.FORECAST_MODELS,
                        Topics.FLEET_ADVISORIES,
                        Topics.DEAD_LETTER);
    }

    @Override
    public void build(StreamsBuilder builder, ForecasterSettings settings, TopologyContext context) {
        new ForecasterTopology(
                        context,
                        settings.readingRules(),
                        settings.hourRules(),
                        settings.plan(),
                        XgboostForecaster::load)
                .build(builder);
    }

    @Override
    public RunningService start(ForecasterSettings settings, ServiceContext context) throws InterruptedException {
        var running = StreamsService.super.start(settings, context);
        if (!settings.training().retrains()) {
            return running;
        }
        var trainer = TrainerElection.apply(
                context.connection(),
                context.applicationId(),
                settings.training(),
                settings.horizonHours(),
                settings.plan().confidence(),
                context.meters());
        return new ForecasterAndTrainer(running, trainer);
    }
}
