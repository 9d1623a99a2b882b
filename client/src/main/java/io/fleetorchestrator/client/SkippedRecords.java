package io.fleetorchestrator.client;

import io.fleetorchestrator.runtime.text.Visible;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * Counts the records that a tool cannot use and skips. Each is named once with its topic, partition and offset; of many, only
 * the first are named, so that other output stays readable.
 */
public final class SkippedRecords {

    /** Records that are named; further ones are only counted. */
    private static final int NAMED = 10;

    private final Consumer<String> report;
    private final Map<TopicPartition, Long> newest = new HashMap<>();
    private long count;

    /** @param report receives one line for each record that is named */
    public SkippedRecords(Consumer<String> report) {
        this.report = report;
    }

    /** Adds a skipped record; one that was read again counts once. */
    public void add(ConsumerRecord<?, ?> record, String why) {
        var partition = new TopicPartition(record.topic(), record.partition());
        if (record.offset() > newest.getOrDefault(partition, -1L)) {
            newest.put(partition, record.offset());
            count++;
            name(partition, record.offset(), why);
        }
    }

    private void name(TopicPartition partition, long offset, String why) {
        if (count <= NAMED) {
            report.accept("skipped " + partition + "@" + offset + ", an unusable record: " + Visible.text(why));
        }
        if (count == NAMED) {
            report.accept("further unusable records are skipped without a line for each");
        }
    }

    /** How many records were skipped. */
    public long count() {
        return count;
    }
}
