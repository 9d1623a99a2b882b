package io.fleetorchestrator.center.feed;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * Where the feed reads, and from when on.
 *
 * @param consumer how to reach the cluster
 * @param started when the service started: what is older than {@code kept} by then is not read, unless it is compacted
 */
public record FeedSettings(Map<String, Object> consumer, String topicPrefix, Instant started, Duration kept) {

    Instant from() {
        return started.minus(kept);
    }
}
