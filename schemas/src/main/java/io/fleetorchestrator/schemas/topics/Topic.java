package io.fleetorchestrator.schemas.topics;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.common.config.TopicConfig;

/**
 * One topic of the contract: its name without prefix, the type of its values, and how it is created. Keys are always UTF-8
 * strings. A value type of {@code byte[]} means unchanged bytes.
 *
 * @param partitions the default count; topics that are joined must have the same
 * @param retention how long records are kept; empty for compacted topics, which keep the last value forever
 * @param config further topic settings under Kafka's own names
 */
public record Topic<V>(
        String name,
        Class<V> valueType,
        int partitions,
        Cleanup cleanup,
        Optional<Duration> retention,
        Map<String, String> config) {

    /** The cleanup policy. */
    public enum Cleanup {
        DELETE("delete"),
        COMPACT("compact"),
        COMPACT_AND_DELETE("compact,delete");

        private final String policy;

        Cleanup(String policy) {
            this.policy = policy;
        }

        /** Kafka's name of the policy. */
        public String policy() {
            return policy;
        }
    }

    public Topic {
        config = Map.copyOf(config);
    }

    static <V> Topic<V> deleting(String name, Class<V> valueType, int partitions, Duration retention) {
        return new Topic<>(name, valueType, partitions, Cleanup.DELETE, Optional.of(retention), Map.of());
    }

    static <V> Topic<V> compacted(String name, Class<V> valueType, int partitions) {
        return new Topic<>(name, valueType, partitions, Cleanup.COMPACT, Optional.empty(), Map.of());
    }

    Topic<V> with(String key, String value) {
        var merged = new HashMap<>(config);
        merged.put(key, value);
        return new Topic<>(name, valueType, partitions, cleanup, retention, merged);
    }

    /** The same topic with another retention. */
    Topic<V> keeping(Duration kept) {
        return new Topic<>(name, valueType, partitions, cleanup, Optional.of(kept), config);
    }

    /** The name on the cluster. */
    public String name(String prefix) {
        return prefix + name;
    }

    /** All topic settings, with those that follow from the retention and cleanup. */
    public Map<String, String> effectiveConfig() {
        var effective = new TreeMap<>(config);
        effective.put(TopicConfig.CLEANUP_POLICY_CONFIG, cleanup.policy());
        retention.ifPresent(kept -> effective.put(TopicConfig.RETENTION_MS_CONFIG, Long.toString(kept.toMillis())));
        return effective;
    }
}
