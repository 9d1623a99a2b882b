package io.fleetorchestrator.client;

import io.fleetorchestrator.runtime.text.Visible;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * The one policy of tools for records that they cannot use: each is skipped, counted, and named once with its topic,
 * partition and offset. A flood of them is named in part, so that it buries nothing else.
 */
public final class SkippedRecords {

    /** More than a person looks up; the rest is only counted. */
    private static final int NAMED = 10;

    private final Consumer<String> report;
    private final Map<TopicPartition, Long> newest = new HashMap<>();
    private long count;

    /** @param report receives one line for each record that is named */
    public SkippedRecords(Consumer<String> report) {
        this.report = report;
    }

    /** Notes that a record was skipped; one that was noted before, because it had to be read again, counts once. */
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
            report.accept("skipped " + partition + "@" + offset + ", which cannot be used: " + Visible.text(why));
        }
        if (count == NAMED) {
            report.accept("further records that cannot be used are skipped without a line for each");
        }
    }

    /** How many records were skipped. */
    public long count() {
        return count;
    }
}
