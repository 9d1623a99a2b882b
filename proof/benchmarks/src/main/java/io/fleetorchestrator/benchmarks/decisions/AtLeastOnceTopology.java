package io.fleetorchestrator.benchmarks.decisions;

import io.fleetorchestrator.runtime.service.RunningService;
import io.fleetorchestrator.runtime.service.Service;
import io.fleetorchestrator.runtime.service.ServiceContext;
import io.fleetorchestrator.runtime.service.TopologyContext;
import io.fleetorchestrator.runtime.settings.ServiceSettings;
import io.fleetorchestrator.runtime.startup.StartChecks;
import io.fleetorchestrator.runtime.startup.TopicNeeds;
import io.fleetorchestrator.runtime.streams.StreamsProperties;
import io.fleetorchestrator.runtime.streams.StreamsRunner;
import io.fleetorchestrator.runtime.streams.TopologyFactory;
import io.fleetorchestrator.scheduler.Scheduler;
import io.fleetorchestrator.scheduler.SchedulerSettings;
import io.fleetorchestrator.schemas.serdes.AvroSerdes;
import org.apache.kafka.streams.StreamsConfig;

/** The scheduler with at-least-once processing, to measure the cost of exactly-once. */
final class AtLeastOnceTopology implements Service<SchedulerSettings> {

    private final Scheduler scheduler = new Scheduler();

    @Override
    public String name() {
        return scheduler.name();
    }

    @Override
    public Class<SchedulerSettings> settingsType() {
        return scheduler.settingsType();
    }

    @Override
    public ServiceSettings common(SchedulerSettings settings) {
        return scheduler.common(settings);
    }

    @Override
    public TopicNeeds topics(SchedulerSettings settings) {
        return scheduler.topics(settings);
    }

    @Override
    public RunningService start(SchedulerSettings settings, ServiceContext context) throws InterruptedException {
        var connection = context.connection();
        var gate = context.health().gate("streams");
        var partitions = new StartChecks(connection, settings.streams().startTimeout(), gate)
                .run(topics(settings), settings.streams().minTransactionVersion());
        var serdes = AvroSerdes.from(connection.registry());
        var parts = new TopologyContext(serdes, connection.service().topicPrefix(), context.meters(), partitions);
        var config = StreamsProperties.of(context.applicationId(), connection, settings.streams(), context.meters());
        config.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.AT_LEAST_ONCE);
        var topology = TopologyFactory.create(config, builder -> scheduler.build(builder, settings, parts));
        var runner = StreamsRunner.start(topology, config, settings.streams(), gate, context.meters());
        return new RunningService() {
            @Override
            public boolean awaitEnd() throws InterruptedException {
                return runner.awaitEnd();
            }

            @Override
            public void close() {
                runner.close();
                serdes.close();
            }
        };
    }
}
