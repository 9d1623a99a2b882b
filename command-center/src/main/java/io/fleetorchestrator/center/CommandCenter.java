package io.fleetorchestrator.center;

import io.fleetorchestrator.runtime.service.RunningService;
import io.fleetorchestrator.runtime.service.Service;
import io.fleetorchestrator.runtime.service.ServiceContext;
import io.fleetorchestrator.runtime.service.ServiceMain;
import io.fleetorchestrator.runtime.settings.ServiceSettings;
import io.fleetorchestrator.runtime.startup.TopicNeeds;
import io.fleetorchestrator.schemas.topics.Topics;
import java.time.Clock;

/** The command center as a service: HTTP API and live page. Any number of instances may run; they share no state. */
public final class CommandCenter implements Service<CenterSettings> {

    public static void main(String[] args) {
        ServiceMain.run(new CommandCenter(), args);
    }

    @Override
    public String name() {
        return "command-center";
    }

    @Override
    public String command() {
        return "serve";
    }

    @Override
    public Class<CenterSettings> settingsType() {
        return CenterSettings.class;
    }

    @Override
    public ServiceSettings common(CenterSettings settings) {
        return settings.service();
    }

    @Override
    public TopicNeeds topics(CenterSettings settings) {
        return TopicNeeds.reading(
                        Topics.FLEET_PROFILES,
                        Topics.FORECAST_MODELS,
                        Topics.TELEMETRY_HOURLY,
                        Topics.FORECAST_OUTCOMES,
                        Topics.FORECAST_INTERVALS,
                        Topics.FLEET_ADVISORIES,
                        Topics.WORKLOAD_DECISIONS)
                .writing(Topics.WORKLOAD_REQUESTS);
    }

    @Override
    public RunningService start(CenterSettings settings, ServiceContext context) {
        return RunningCenter.start(settings, context, Clock.systemUTC());
    }
}
