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
 * The topics as they should be on a cluster. Applying it creates what is missing and widens what is too narrow; it never
 * deletes, never shortens and never changes a partition count, which would move keys to other partitions.
 *
 * @param replicationFactor copies of each record; 0 or less for the cluster's default
 * @param keepReadings how long to keep readings, where a history is going to be said that is older than usual
 */
public record TopicPlan(
        String prefix, int replicationFactor, Optional<Integer> partitions, Optional<Duration> keepReadings) {

    /** Brokers usually follow within milliseconds; a busy cluster may take seconds. */
    private static final Duration VISIBLE_WITHIN = Duration.ofSeconds(30);

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    /** Settings of which more is wider. */
    private static final Set<String> LIMITS = Set.of(
            RETENTION_MS_CONFIG,
            TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
            TopicConfig.MIN_COMPACTION_LAG_MS_CONFIG,
            TopicConfig.MESSAGE_TIMESTAMP_AFTER_MAX_MS_CONFIG,
            TopicConfig.MESSAGE_TIMESTAMP_BEFORE_MAX_MS_CONFIG);

    /** All topics under a prefix, with the partitions that each declares. */
    public static TopicPlan of(String prefix, int replicationFactor) {
        return new TopicPlan(prefix, replicationFactor, Optional.empty(), Optional.empty());
    }

    /** The same with another partition count, for more fleets and regions than the default spreads well. */
    public TopicPlan withPartitions(int count) {
        return new TopicPlan(prefix, replicationFactor, Optional.of(count), keepReadings);
    }

    /** The same with readings kept for this long. */
    public TopicPlan keepingReadings(Duration kept) {
        return new TopicPlan(prefix, replicationFactor, partitions, Optional.of(kept));
    }

    /** What is planned: the topics of the contract, and readings kept as long as is wanted here. */
    public List<Topic<?>> topics() {
        return Topics.all().stream().<Topic<?>>map(this::planned).toList();
    }

    private Topic<?> planned(Topic<?> topic) {
        return topic.equals(Topics.TELEMETRY_READINGS) && keepReadings.isPresent()
                ? topic.keeping(keepReadings.get())
                : topic;
    }

    /** The plan against the cluster; nothing is changed. */
    public TopicReport describe(Admin admin) {
        var cluster = new TopicAdmin(admin);
        var actual = cluster.topics(names());
        return new TopicReport(topics().stream()
                .map(topic -> compared(topic, Optional.ofNullable(actual.get(topic.name(prefix)))))
                .toList());
    }

    /** Makes the cluster follow the plan as far as that is safe, and says what was done. Doing it again does nothing. */
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

    /** The controller has agreed before the brokers have heard of it; whoever uses a topic at once asks a broker. */
    private void awaitVisible(Admin admin) {
        long deadline = System.nanoTime() + VISIBLE_WITHIN.toNanos();
        while (!describe(admin).isApplied()) {
            if (System.nanoTime() > deadline) {
                throw new TimeoutException(
                        "the cluster accepted the topics, but after %s its brokers do not show them: %s"
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

    /** A topic of one partition is meant to be read whole by everybody, on however large a cluster. */
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

    /** Lists such as {@code compact,delete} mean the same in any order. */
    private static boolean same(String planned, String set) {
        return Objects.equals(parts(planned), parts(set));
    }

    private static Set<String> parts(String list) {
        return new TreeSet<>(List.of(list.split(",")));
    }

    private static boolean isWider(String setting, String planned, String set) {
        return LIMITS.contains(setting) && limit(setting, planned) > limit(setting, set);
    }

    /** Kafka says -1 for keeping for ever. */
    private static long limit(String setting, String value) {
        long number = Long.parseLong(value);
        return setting.equals(RETENTION_MS_CONFIG) && number < 0 ? Long.MAX_VALUE : number;
    }
}
