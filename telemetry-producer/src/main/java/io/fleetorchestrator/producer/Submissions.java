package io.fleetorchestrator.producer;

import io.fleetorchestrator.producer.publishing.RecordPublisher;
import io.fleetorchestrator.producer.workload.Arrivals;
import io.fleetorchestrator.schemas.topics.Topics;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Submits workloads when event time reaches their arrival. */
final class Submissions {

    private final List<Arrivals> arrivals;
    private final RecordPublisher publisher;
    private final ProducerMetrics metrics;
    private Optional<Instant> until = Optional.empty();

    Submissions(List<Arrivals> arrivals, RecordPublisher publisher, ProducerMetrics metrics) {
        this.arrivals = List.copyOf(arrivals);
        this.publisher = publisher;
        this.metrics = metrics;
    }

    /** Submits what has arrived since the last call; the first call only starts the clock. */
    void upTo(Instant eventTime) {
        var from = until.orElse(eventTime);
        if (eventTime.isAfter(from)) {
            arrivals.forEach(stream -> submit(stream, from, eventTime));
        }
        until = Optional.of(eventTime.isAfter(from) ? eventTime : from);
    }

    private void submit(Arrivals stream, Instant from, Instant to) {
        var requests = stream.between(from, to);
        for (var request : requests) {
            publisher.send(Topics.WORKLOAD_REQUESTS, request.getFleet(), request, request.getSubmittedAt());
        }
        metrics.countRequests(requests.size());
    }
}
