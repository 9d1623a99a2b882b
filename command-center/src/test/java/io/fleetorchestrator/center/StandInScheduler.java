package io.fleetorchestrator.center;

import io.fleetorchestrator.runtime.testing.TopicSpace;
import io.fleetorchestrator.schemas.contract.RequestAction;
import io.fleetorchestrator.schemas.contract.SchedulingDecision;
import io.fleetorchestrator.schemas.contract.WorkloadRequest;
import io.fleetorchestrator.schemas.topics.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Answers requests by {@link Records#answer}, each id once: enough of a scheduler to test those who ask. */
final class StandInScheduler implements AutoCloseable {

    private final TopicSpace topics;
    private final KafkaConsumer<String, WorkloadRequest> requests;
    private final Map<String, SchedulingDecision> answered = new HashMap<>();
    private final Thread thread = new Thread(this::run, "stand-in-scheduler");

    private StandInScheduler(TopicSpace topics, String bootstrapServers) {
        this.topics = topics;
        this.requests = new KafkaConsumer<>(
                Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers),
                new StringDeserializer(),
                topics.serdes().valueSerde(Topics.WORKLOAD_REQUESTS).deserializer());
    }

    static StandInScheduler start(TopicSpace topics, String bootstrapServers) {
        var scheduler = new StandInScheduler(topics, bootstrapServers);
        scheduler.thread.start();
        return scheduler;
    }

    private void run() {
        try (requests) {
            var partitions = requests.partitionsFor(topics.name(Topics.WORKLOAD_REQUESTS)).stream()
                    .map(info -> new org.apache.kafka.common.TopicPartition(info.topic(), info.partition()))
                    .toList();
            requests.assign(partitions);
            requests.seekToBeginning(partitions);
            while (!Thread.currentThread().isInterrupted()) {
                requests.poll(Duration.ofMillis(100)).forEach(record -> answer(record.value()));
            }
        } catch (WakeupException closing) {
            // Asked to stop.
        }
    }

    private void answer(WorkloadRequest request) {
        if (request.getName().equals(Records.UNANSWERED)) {
            return;
        }
        if (request.getAction() == RequestAction.CANCEL) {
            var placed = answered.get(request.getRequestId());
            if (placed != null) {
                send(Records.givenBack(placed, request.getSubmittedAt()));
            }
        } else if (!answered.containsKey(request.getRequestId())) {
            var decision = Records.answer(request, request.getSubmittedAt());
            answered.put(request.getRequestId(), decision);
            send(decision);
        }
    }

    private void send(SchedulingDecision decision) {
        topics.send(Topics.WORKLOAD_DECISIONS, decision.getFleet(), decision, decision.getDecidedAt());
    }

    @Override
    public void close() {
        requests.wakeup();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
