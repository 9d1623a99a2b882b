package io.fleetorchestrator.center;

import io.fleetorchestrator.core.fleet.Fingerprint;
import io.fleetorchestrator.core.fleet.RequestKey;
import io.fleetorchestrator.core.fleet.RequestKind;
import io.fleetorchestrator.schemas.contract.RequestAction;
import io.fleetorchestrator.schemas.contract.SchedulingDecision;
import io.fleetorchestrator.schemas.contract.WorkloadRequest;
import io.fleetorchestrator.schemas.topics.Topics;
import io.fleetorchestrator.testing.TopicSpace;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Answers each request once by {@link Records#answer}: a stand-in for the scheduler in tests of its clients. */
final class StandInScheduler implements AutoCloseable {

    private final TopicSpace topics;
    private final KafkaConsumer<String, WorkloadRequest> requests;
    private final Map<RequestKey, SchedulingDecision> answered = new HashMap<>();
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
            // The test has ended.
        }
    }

    private void answer(WorkloadRequest request) {
        if (request.getName().equals(Records.UNANSWERED)) {
            return;
        }
        if (request.getAction() == RequestAction.CANCEL) {
            var submitted = new RequestKey(request.getFleet(), RequestKind.SUBMIT, request.getRequestId());
            Optional.ofNullable(answered.get(submitted))
                    .ifPresent(placed -> send(Records.givenBack(placed, request.getSubmittedAt())));
            return;
        }
        var before = answered.get(RequestKey.of(request));
        if (before == null) {
            var decision = Records.answer(request, request.getSubmittedAt());
            answered.put(RequestKey.of(request), decision);
            send(decision);
        } else if (!before.getFingerprint().equals(Fingerprint.of(request))) {
            send(Records.reused(request, request.getSubmittedAt()));
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
