package io.fleetorchestrator.runtime.streams;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.StateRestoreListener;

/** How much of the state of a topology has been restored from its changelogs. */
final class RestoreProgress implements StateRestoreListener {

    /** A changelog partition that is being restored. */
    private record Part(long records, AtomicLong restored) {}

    private final Map<TopicPartition, Part> parts = new ConcurrentHashMap<>();
    private final Runnable moved;

    /**
     * @param moved is run at every progress, on the restoring thread
     */
    RestoreProgress(Runnable moved) {
        this.moved = moved;
    }

    @Override
    public void onRestoreStart(TopicPartition changelog, String store, long from, long to) {
        parts.put(changelog, new Part(to - from, new AtomicLong()));
        moved.run();
    }

    @Override
    public void onBatchRestored(TopicPartition changelog, String store, long offset, long count) {
        parts.computeIfPresent(changelog, (key, part) -> {
            part.restored().addAndGet(count);
            return part;
        });
        moved.run();
    }

    @Override
    public void onRestoreEnd(TopicPartition changelog, String store, long count) {
        parts.remove(changelog);
        moved.run();
    }

    @Override
    public void onRestoreSuspended(TopicPartition changelog, String store, long count) {
        parts.remove(changelog);
    }

    /** What the topology waits for. */
    String text() {
        if (parts.isEmpty()) {
            return "partitions to be assigned and state to be restored";
        }
        long all = parts.values().stream().mapToLong(Part::records).sum();
        long restored =
                parts.values().stream().mapToLong(part -> part.restored().get()).sum();
        return String.format(
                Locale.ROOT,
                "state to be restored: %d of %d records of %d partitions%s",
                restored,
                all,
                parts.size(),
                all == 0 ? "" : String.format(Locale.ROOT, ", %d %%", Math.min(100, 100 * restored / all)));
    }
}
