package io.fleetorchestrator.runtime.streams;

import static org.assertj.core.api.BDDAssertions.then;

import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class RestoreProgressTest {

    private static final TopicPartition FIRST = new TopicPartition("app-region-state-changelog", 0);
    private static final TopicPartition SECOND = new TopicPartition("app-region-state-changelog", 1);

    private int news;
    private final RestoreProgress progress = new RestoreProgress(() -> news++);

    @Test
    void showsHowManyRecordsAreRestored() {
        // when
        progress.onRestoreStart(FIRST, "region-state", 100, 400);
        progress.onRestoreStart(SECOND, "region-state", 0, 100);
        progress.onBatchRestored(FIRST, "region-state", 200, 100);

        // then
        then(progress.text()).isEqualTo("state to be restored: 100 of 400 records of 2 partitions, 25 %");
        then(news).isEqualTo(3);
    }

    @Test
    void forgetsRestoredPartitions() {
        // given
        progress.onRestoreStart(FIRST, "region-state", 0, 10);
        progress.onRestoreStart(SECOND, "region-state", 0, 10);

        // when
        progress.onRestoreEnd(FIRST, "region-state", 10);
        progress.onRestoreSuspended(SECOND, "region-state", 5);

        // then
        then(progress.text()).isEqualTo("partitions to be assigned and state to be restored");
    }

    @Test
    void showsNoShareOfAnEmptyChangelog() {
        // when
        progress.onRestoreStart(FIRST, "region-state", 7, 7);

        // then
        then(progress.text()).isEqualTo("state to be restored: 0 of 0 records of 1 partitions");
    }
}
