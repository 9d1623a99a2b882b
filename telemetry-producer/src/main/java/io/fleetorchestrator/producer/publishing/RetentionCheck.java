package io.fleetorchestrator.producer.publishing;

import io.fleetorchestrator.runtime.settings.KafkaConnection;
import io.fleetorchestrator.runtime.startup.StartCheckException;
import io.fleetorchestrator.schemas.topics.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.AuthorizationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Checks that the topic keeps the history. Kafka's retention counts from the timestamp of a record, which for a backfill is
 * its event time; a topic that keeps a week would drop all older history as soon as a segment is full.
 */
public final class RetentionCheck {

    private static final Logger LOG = LoggerFactory.getLogger(RetentionCheck.class);

    private RetentionCheck() {}

    /** Raises the retention of the topic of readings to this much, or throws with the command that does so. */
    public static void atLeast(Duration wanted, KafkaConnection connection, boolean mayRaise)
            throws InterruptedException {
        var topic = Topics.TELEMETRY_READINGS.name(connection.service().topicPrefix());
        var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        try (var admin = Admin.create(connection.admin())) {
            long kept = keptMillis(admin, resource);
            if (kept >= 0 && kept < wanted.toMillis()) {
                if (!mayRaise) {
                    throw tooShort(topic, kept, wanted, connection, "and --widen-retention is off");
                }
                widen(admin, resource, wanted);
                LOG.info("{} kept {}; it now keeps {}, as the history needs", topic, Duration.ofMillis(kept), wanted);
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof AuthorizationException) {
                throw tooShort(topic, -1, wanted, connection, "and this user may not check or change that");
            }
            throw new KafkaException(e.getCause());
        }
    }

    private static long keptMillis(Admin admin, ConfigResource resource)
            throws ExecutionException, InterruptedException {
        var config = admin.describeConfigs(List.of(resource)).all().get();
        return Long.parseLong(Objects.requireNonNull(config.get(resource))
                .get(TopicConfig.RETENTION_MS_CONFIG)
                .value());
    }

    private static void widen(Admin admin, ConfigResource resource, Duration wanted)
            throws ExecutionException, InterruptedException {
        var entry = new ConfigEntry(TopicConfig.RETENTION_MS_CONFIG, Long.toString(wanted.toMillis()));
        var order = new AlterConfigOp(entry, AlterConfigOp.OpType.SET);
        admin.incrementalAlterConfigs(Map.of(resource, List.of(order))).all().get();
    }

    private static StartCheckException tooShort(
            String topic, long kept, Duration wanted, KafkaConnection connection, String why) {
        var now = kept < 0 ? "" : ", now " + Duration.ofMillis(kept);
        return new StartCheckException(topic + " must keep " + wanted + " to hold the history" + now + ", " + why
                + "; run: fleet topics apply --keep-readings " + wanted + " --bootstrap-servers "
                + connection.service().bootstrapServers() + " --topic-prefix "
                + connection.service().topicPrefix());
    }
}
