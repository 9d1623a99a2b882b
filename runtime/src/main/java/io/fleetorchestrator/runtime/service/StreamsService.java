package io.fleetorchestrator.runtime.service;

import io.fleetorchestrator.runtime.startup.StartChecks;
import io.fleetorchestrator.runtime.streams.StreamsProperties;
import io.fleetorchestrator.runtime.streams.StreamsRunner;
import io.fleetorchestrator.runtime.streams.StreamsSettings;
import io.fleetorchestrator.runtime.streams.TopologyFactory;
import io.fleetorchestrator.schemas.serdes.AvroSerdes;
import org.apache.kafka.streams.StreamsBuilder;

/**
 * A service that runs a topology.
 *
 * @param <X> its settings
 */
public interface StreamsService<X extends Record> extends Service<X> {

    /** The part of its settings that every topology has. */
    StreamsSettings streams(X settings);

    void build(StreamsBuilder builder, X settings, TopologyContext context);

    @Override
    default RunningService start(X settings, ServiceContext context) throws InterruptedException {
        var connection = context.connection();
        var gate = context.health().gate("streams");
        var partitions = new StartChecks(connection, streams(settings).startTimeout(), gate)
                .run(topics(settings), streams(settings).minTransactionVersion());
        var serdes = AvroSerdes.from(connection.registry());
        var parts = new TopologyContext(serdes, connection.service().topicPrefix(), context.meters(), partitions);
        var config = StreamsProperties.of(context.applicationId(), connection, streams(settings), context.meters());
        var topology = TopologyFactory.create(config, builder -> build(builder, settings, parts));
        var runner = StreamsRunner.start(topology, config, streams(settings), gate, context.meters());
        return new RunningTopology(runner, topology, serdes);
    }
}
