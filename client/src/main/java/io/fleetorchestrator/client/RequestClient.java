package io.fleetorchestrator.client;

import io.fleetorchestrator.schemas.contract.SchedulingDecision;
import io.fleetorchestrator.schemas.contract.WorkloadRequest;
import io.fleetorchestrator.schemas.serdes.AvroSerdes;
import io.fleetorchestrator.schemas.topics.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/** Publishes requests and waits for their decisions. */
public final class RequestClient implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(100);

    private final ClusterConnection cluster;
    private final AvroSerdes serdes;
    private final TopicWriter<WorkloadRequest> requests;

    public RequestClient(ClusterConnection cluster) {
        this.cluster = cluster;
        this.serdes = cluster.serdes();
        this.requests = cluster.writer(serdes, Topics.WORKLOAD_REQUESTS);
    }

    /** Returns once the brokers have acknowledged the request. */
    public void send(WorkloadRequest request) throws InterruptedException {
        requests.write(WorkloadRequests.record(cluster.topicPrefix(), request));
    }

    /** The decision on a request whose id is new. */
    public Optional<SchedulingDecision> ask(WorkloadRequest request, Duration timeout) throws InterruptedException {
        return ask(request, timeout, TopicReader::seekToEnd);
    }

    /** The decision on a request that may have been sent before: the same id is decided only once. */
    public Optional<SchedulingDecision> askAgain(WorkloadRequest request, Duration timeout)
            throws InterruptedException {
        return ask(request, timeout, TopicReader::seekToBeginning);
    }

    private Optional<SchedulingDecision> ask(
            WorkloadRequest request, Duration timeout, Consumer<TopicReader<SchedulingDecision>> seek)
            throws InterruptedException {
        try (var decisions = cluster.reader(serdes, Topics.WORKLOAD_DECISIONS)) {
            seek.accept(decisions);
            send(request);
            return firstMatch(decisions, request, Instant.now().plus(timeout));
        }
    }

    private static Optional<SchedulingDecision> firstMatch(
            TopicReader<SchedulingDecision> decisions, WorkloadRequest request, Instant until) {
        while (Instant.now().isBefore(until)) {
            for (var record : decisions.poll(POLL)) {
                if (WorkloadRequests.answers(record.value(), request)) {
                    return Optional.of(record.value());
                }
            }
        }
        return Optional.empty();
    }

    @Override
    public void close() {
        requests.close();
        serdes.close();
    }
}
