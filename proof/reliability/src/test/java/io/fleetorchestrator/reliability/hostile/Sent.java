package io.fleetorchestrator.reliability.hostile;

import io.fleetorchestrator.reliability.hostile.HostileRecord.ExpectedOutcome;
import io.fleetorchestrator.reliability.oracle.ExpectedOutcomes.Acknowledged;
import io.fleetorchestrator.reliability.oracle.ExpectedOutcomes.Window;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;

/** A hostile record that the brokers have acknowledged, without its bytes. */
record Sent(
        String label,
        String topic,
        String kind,
        String what,
        ExpectedOutcome expected,
        Window window,
        TopicPartition partition,
        long offset) {

    private static final int SHOWN = 200;

    static Sent of(HostileRecord record, RecordMetadata at) {
        return new Sent(
                record.label(),
                record.topic().name(),
                record.kind(),
                record.what().substring(0, Math.min(SHOWN, record.what().length())),
                record.expected(),
                record.window(),
                new TopicPartition(at.topic(), at.partition()),
                at.offset());
    }

    Acknowledged acknowledged() {
        return new Acknowledged(label, origin(partition, offset), expected == ExpectedOutcome.ANSWER, window);
    }

    static String origin(TopicPartition partition, long offset) {
        return partition + "/" + offset;
    }

    /** Its row in the table. */
    String row() {
        return topic + ": " + kind;
    }
}
