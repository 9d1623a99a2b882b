package io.fleetorchestrator.producer.publishing;

import io.fleetorchestrator.core.ledger.ActivePlacements;
import io.fleetorchestrator.runtime.settings.KafkaConnection;
import io.fleetorchestrator.schemas.contract.SchedulingDecision;
import io.fleetorchestrator.schemas.serdes.AvroSerdes;
import io.fleetorchestrator.schemas.serdes.PoisonRecordException;
import io.fleetorchestrator.schemas.topics.Topics;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the placed load up to date with the decisions. For one thread. */
public final class DecisionFeed implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DecisionFeed.class);

    private final TopicView view;
    private final Deserializer<SchedulingDecision> decisions;
    private final ActivePlacements placed;

    /** Reads all existing decisions, so that earlier placements heat their regions in this run. */
    public DecisionFeed(KafkaConnection connection, AvroSerdes serdes, ActivePlacements placed) {
        this.decisions = serdes.valueSerde(Topics.WORKLOAD_DECISIONS).deserializer();
        this.placed = placed;
        this.view = new TopicView(connection, Topics.WORKLOAD_DECISIONS);
        view.readToEnd(this::take);
    }

    /** Reads the decisions since the last call. */
    public void update() {
        view.readNew(this::take);
    }

    /** The scheduler never writes poison records; one of another client must not stop the telemetry. */
    private void take(ConsumerRecord<String, byte[]> record) {
        try {
            var decision = decisions.deserialize(record.topic(), record.value());
            if (decision != null) {
                placed.add(decision);
            }
        } catch (PoisonRecordException e) {
            LOG.warn("skipped {}-{}@{}: {}", record.topic(), record.partition(), record.offset(), e.getMessage());
        }
    }

    @Override
    public void close() {
        view.close();
    }
}
