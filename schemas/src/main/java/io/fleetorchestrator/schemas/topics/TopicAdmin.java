package io.fleetorchestrator.schemas.topics;

import io.fleetorchestrator.schemas.topics.TopicStatus.Difference;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.AlterConfigOp.OpType;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** The few requests to a cluster that a plan needs, one after the other. */
final class TopicAdmin {

    private final Admin admin;

    TopicAdmin(Admin admin) {
        this.admin = admin;
    }

    /** The topics that exist. */
    Map<String, ActualTopic> topics(Collection<String> names) {
        var described = known(admin.describeTopics(names).topicNameValues());
        var configs = known(admin.describeConfigs(
                        described.keySet().stream().map(TopicAdmin::resource).toList())
                .values());
        var actual = new HashMap<String, ActualTopic>();
        configs.forEach((resource, config) ->
                actual.put(resource.name(), actual(Objects.requireNonNull(described.get(resource.name())), config)));
        return actual;
    }

    private static <K, V> Map<K, V> known(Map<K, KafkaFuture<V>> answers) {
        var found = new HashMap<K, V>();
        answers.forEach((asked, answer) -> {
            try {
                found.put(asked, got(answer));
            } catch (UnknownTopicOrPartitionException missing) {
                // Topics that do not exist are left out of the result.
            }
        });
        return found;
    }

    private static ActualTopic actual(TopicDescription topic, Config config) {
        var settings = new HashMap<String, String>();
        config.entries().forEach(entry -> settings.put(entry.name(), entry.value()));
        var partitions = topic.partitions();
        return new ActualTopic(partitions.size(), partitions.get(0).replicas().size(), settings);
    }

    void create(NewTopic topic) {
        try {
            got(admin.createTopics(List.of(topic)).all());
        } catch (TopicExistsException byAnother) {
            // Another deployment has created the same topic at the same time.
        }
    }

    void set(String name, Collection<Difference> widenings) {
        var orders = widenings.stream()
                .map(widening -> new AlterConfigOp(new ConfigEntry(widening.setting(), widening.planned()), OpType.SET))
                .toList();
        got(admin.incrementalAlterConfigs(Map.of(resource(name), orders)).all());
    }

    private static ConfigResource resource(String topic) {
        return new ConfigResource(ConfigResource.Type.TOPIC, topic);
    }

    private static <T> T got(KafkaFuture<T> answer) {
        try {
            return answer.get();
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException known ? known : new KafkaException(e.getCause());
        }
    }
}
