package io.fleetorchestrator.runtime.settings;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Kafka properties that cannot be passed through: correct results depend on them, or a setting of ours sets them. */
final class ReservedKafkaKeys {

    private static final String HANDLERS = "the failure policy decides what is retried and what is dead-lettered";
    private static final String EXACTLY_ONCE = "exactly-once processing decides it";
    private static final String SERDES = "each topic has its own serde";

    private static final Map<String, String> ADVICE = Map.ofEntries(
            Map.entry("bootstrap.servers", use("bootstrap-servers")),
            Map.entry("schema.registry.url", use("schema-registry-url")),
            Map.entry("application.id", use("application-id")),
            Map.entry("group.id", use("application-id")),
            Map.entry("state.dir", use("state-dir")),
            Map.entry("commit.interval.ms", use("commit-interval")),
            Map.entry("num.stream.threads", use("threads")),
            Map.entry("num.standby.replicas", use("standbys")),
            Map.entry("group.instance.id", use("instance-id")),
            Map.entry("dsl.store.suppliers.class", use("store")),
            Map.entry("default.dsl.store", use("store")),
            Map.entry("metrics.recording.level", use("metrics-level")),
            Map.entry("processing.guarantee", "it is always exactly_once_v2"),
            Map.entry("transactional.id", EXACTLY_ONCE),
            Map.entry("enable.idempotence", EXACTLY_ONCE),
            Map.entry("enable.auto.commit", EXACTLY_ONCE),
            Map.entry("isolation.level", EXACTLY_ONCE),
            Map.entry("acks", EXACTLY_ONCE),
            Map.entry("errors.dead.letter.queue.topic.name", use("topic-prefix")),
            Map.entry("deserialization.exception.handler", HANDLERS),
            Map.entry("default.deserialization.exception.handler", HANDLERS),
            Map.entry("processing.exception.handler", HANDLERS),
            Map.entry("production.exception.handler", HANDLERS),
            Map.entry("default.production.exception.handler", HANDLERS),
            Map.entry("ensure.explicit.internal.resource.naming", "it is always on"),
            Map.entry("default.key.serde", SERDES),
            Map.entry("default.value.serde", SERDES),
            Map.entry("key.serializer", SERDES),
            Map.entry("value.serializer", SERDES),
            Map.entry("key.deserializer", SERDES),
            Map.entry("value.deserializer", SERDES));

    /** Prefixes of properties that Kafka Streams passes to one kind of client. */
    private static final List<String> CLIENT_PREFIXES =
            List.of("main.consumer.", "restore.consumer.", "global.consumer.", "consumer.", "producer.", "admin.");

    private ReservedKafkaKeys() {}

    /** Why this key cannot be passed through, if so. */
    static Optional<String> objection(String key) {
        return Optional.ofNullable(ADVICE.get(withoutClient(key)));
    }

    private static String withoutClient(String key) {
        return CLIENT_PREFIXES.stream()
                .filter(key::startsWith)
                .findFirst()
                .map(prefix -> key.substring(prefix.length()))
                .orElse(key);
    }

    private static String use(String setting) {
        return "set " + setting + " instead";
    }
}
