package io.fleetorchestrator.center.feed;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * Settings of the feed.
 *
 * @param consumer configuration of the consumer
 * @param started start of the service; older records than {@code kept} before it are not read, except in compacted topics
 */
public record FeedSettings(Map<String, Object> consumer, String topicPrefix, Instant started, Duration kept) {

    Instant from() {
        return started.minus(kept);
    }
}
