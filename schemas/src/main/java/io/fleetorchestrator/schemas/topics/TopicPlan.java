package io.fleetorchestrator.schemas.topics;

import static org.apache.kafka.common.config.TopicConfig.RETENTION_MS_CONFIG;

import io.fleetorchestrator.schemas.topics.TopicStatus.Difference;
import io.fleetorchestrator.schemas.topics.TopicStatus.State;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.utils.Utils;

/**
 * The topics that a cluster should have. Applying the plan creates missing topics and raises limits that are too low. It
 * never deletes a topic, lowers a limit or changes a partition count, which would move keys to other partitions.
 *
 * @param replicationFactor replicas of each record; 0 or less for the cluster's default
 * @param keepReadings retention of readings, if a history is published that is older than the default retention
 */
public record TopicPlan(
        String prefix, int replicationFactor, Optional<Integer> partitions, Optional<Duration> keepReadings) {

    /** Brokers usually show a new topic within milliseconds; a busy cluster may take seconds. */
    private static final Duration VISIBLE_WITHIN = Duration.ofSeconds(30);

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    /** Settings that a plan may raise. */
    private static final Set<String> LIMITS = Set.of(
            RETENTION_MS_CONFIG,
            TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
            TopicConfig.MIN_COMPACTION_LAG_MS_CONFIG,
            TopicConfig.MESSAGE_TIMESTAMP_AFTER_MAX_MS_CONFIG,
            TopicConfig.MESSAGE_TIMESTAMP_BEFORE_MAX_MS_CONFIG);

    /** All topics under a prefix, with the partitions that the contract declares. */
    public static TopicPlan of(String prefix, int replicationFactor) {
        return new TopicPlan(prefix, replicationFactor, Optional.empty(), Optional.empty());
    }

    /** The same with another partition count, for more fleets and regions than the default suits. */
    public TopicPlan withPartitions(int count) {
        return new TopicPlan(prefix, replicationFactor, Optional.of(count), keepReadings);
    }

    /** The same with another retention of readings. */
    public TopicPlan keepingReadings(Duration kept) {
        return new TopicPlan(prefix, replicationFactor, partitions, Optional.of(kept));
    }

    /** The planned topics: those of the contract, with the retention of readings of this plan. */
    public List<Topic<?>> topics() {
        return Topics.all().stream().<Topic<?>>map(this::planned).toList();
    }

    private Topic<?> planned(Topic<?> topic) {
        return topic.equals(Topics.TELEMETRY_READINGS) && keepReadings.isPresent()
                ? topic.keeping(keepReadings.get())
                : topic;
    }

    /** Compares the plan with the cluster; nothing is changed. */
    public TopicReport describe(Admin admin) {
        var cluster = new TopicAdmin(admin);
        var actual = cluster.topics(names());
        return new TopicReport(topics().stream()
                .map(topic -> compared(topic, Optional.ofNullable(actual.get(topic.name(prefix)))))
                .toList());
    }

    /** Applies the plan as far as that is safe, and reports what was done. Repeating it does nothing. */
    public TopicReport apply(Admin admin) {
        var cluster = new TopicAdmin(admin);
        var before = describe(admin);
        var report = new TopicReport(
                before.topics().stream().map(status -> applied(cluster, status)).toList());
        if (!before.isApplied()) {
            awaitVisible(admin);
        }
        return report;
    }

    /** The controller creates a topic before all brokers know it, and clients ask any broker. */
    private void awaitVisible(Admin admin) {
        long deadline = System.nanoTime() + VISIBLE_WITHIN.toNanos();
        while (!describe(admin).isApplied()) {
            if (System.nanoTime() > deadline) {
                throw new TimeoutException("the topics were created, but the brokers do not show them after %s: %s"
                        .formatted(VISIBLE_WITHIN, describe(admin).missing()));
            }
            Utils.sleep(BETWEEN_LOOKS.toMillis());
        }
    }

    private List<String> names() {
        return Topics.all().stream().map(topic -> topic.name(prefix)).toList();
    }

    private TopicStatus applied(TopicAdmin cluster, TopicStatus status) {
        return switch (status.state()) {
            case MISSING -> created(cluster, status);
            case NARROW -> widened(cluster, status);
            case CREATED, AS_PLANNED, WIDENED, DRIFTED -> status;
        };
    }

    private TopicStatus created(TopicAdmin cluster, TopicStatus status) {
        cluster.create(new NewTopic(status.name(), Optional.of(status.partitions()), copies())
                .configs(status.topic().effectiveConfig()));
        return status.in(State.CREATED);
    }

    private Optional<Short> copies() {
        return replicationFactor > 0 ? Optional.of((short) replicationFactor) : Optional.empty();
    }

    private static TopicStatus widened(TopicAdmin cluster, TopicStatus status) {
        cluster.set(status.name(), status.widenings());
        return status.in(State.WIDENED);
    }

    TopicStatus compared(Topic<?> topic, Optional<ActualTopic> found) {
        var name = topic.name(prefix);
        return found.map(actual -> TopicStatus.compared(topic, name, actual.partitions(), differences(topic, actual)))
                .orElseGet(() -> TopicStatus.missing(topic, name, partitionsOf(topic)));
    }

    /** A topic with one partition keeps it on any cluster, because every consumer reads all of it. */
    private int partitionsOf(Topic<?> topic) {
        return topic.partitions() == 1 ? 1 : partitions.orElse(topic.partitions());
    }

    private List<Difference> differences(Topic<?> topic, ActualTopic actual) {
        var found = new ArrayList<Difference>();
        if (actual.partitions() != partitionsOf(topic)) {
            found.add(fixed("partitions", partitionsOf(topic), actual.partitions()));
        }
        if (replicationFactor > 0 && actual.replicas() != replicationFactor) {
            found.add(fixed("replication factor", replicationFactor, actual.replicas()));
        }
        topic.effectiveConfig().forEach((setting, planned) -> {
            var set = actual.config().getOrDefault(setting, "not set");
            if (!same(planned, set)) {
                found.add(new Difference(setting, planned, set, isWider(setting, planned, set)));
            }
        });
        return found;
    }

    private static Difference fixed(String setting, int planned, int actual) {
        return new Difference(setting, Integer.toString(planned), Integer.toString(actual), false);
    }

    /** The order of lists such as {@code compact,delete} does not matter. */
    private static boolean same(String planned, String set) {
        return Objects.equals(parts(planned), parts(set));
    }

    private static Set<String> parts(String list) {
        return new TreeSet<>(List.of(list.split(",")));
    }

    private static boolean isWider(String setting, String planned, String set) {
        return LIMITS.contains(setting) && limit(setting, planned) > limit(setting, set);
    }

    /** In Kafka -1 means no limit. */
    private static long limit(String setting, String value) {
        long number = Long.parseLong(value);
        return setting.equals(RETENTION_MS_CONFIG) && number < 0 ? Long.MAX_VALUE : number;
    }
}
