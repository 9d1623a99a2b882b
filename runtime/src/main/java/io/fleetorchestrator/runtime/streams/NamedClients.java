package io.fleetorchestrator.runtime.streams;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.KafkaClientSupplier;

/**
 * Clients of a named instance, whose transactional ids contain that name. Kafka Streams generates new ids at every start
 * of a topology that keeps nothing on disk. Then no one ends the transaction of an instance that was killed, and readers of
 * its topics wait for up to 20 seconds until the brokers abort it.
 */
final class NamedClients implements KafkaClientSupplier {

    /** Application id, process id and thread number. */
    private static final Pattern MADE_UP =
            Pattern.compile("(.*)-\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}-(\\d+)");

    private final String instance;

    NamedClients(String instance) {
        this.instance = instance;
    }

    @Override
    public Producer<byte[], byte[]> getProducer(Map<String, Object> config) {
        var named = new HashMap<>(config);
        named.computeIfPresent(ProducerConfig.TRANSACTIONAL_ID_CONFIG, (key, id) -> renamed(id.toString()));
        return new KafkaProducer<>(named, new ByteArraySerializer(), new ByteArraySerializer());
    }

    private String renamed(String id) {
        var parts = MADE_UP.matcher(id);
        return parts.matches() ? parts.group(1) + "-" + instance + "-" + parts.group(3) : id;
    }

    @Override
    public Admin getAdmin(Map<String, Object> config) {
        return Admin.create(config);
    }

    @Override
    public Consumer<byte[], byte[]> getConsumer(Map<String, Object> config) {
        return consumer(config);
    }

    @Override
    public Consumer<byte[], byte[]> getRestoreConsumer(Map<String, Object> config) {
        return consumer(config);
    }

    @Override
    public Consumer<byte[], byte[]> getGlobalConsumer(Map<String, Object> config) {
        return consumer(config);
    }

    private static Consumer<byte[], byte[]> consumer(Map<String, Object> config) {
        return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }
}
