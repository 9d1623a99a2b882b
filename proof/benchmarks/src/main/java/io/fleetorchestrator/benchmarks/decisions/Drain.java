package io.fleetorchestrator.benchmarks.decisions;

import io.fleetorchestrator.benchmarks.cluster.BenchCluster;
import io.fleetorchestrator.benchmarks.cluster.GroupProgress;
import io.fleetorchestrator.runtime.service.Service;
import io.fleetorchestrator.schemas.topics.Topics;
import java.util.List;

/** A backlog of requests: how many are decided per second. */
final class Drain {

    /** Decisions before the measurement starts. */
    private static final double WARM_UP_SHARE = 0.2;

    private final BenchCluster cluster;
    private final String prefix;
    private final long waiting;

    Drain(BenchCluster cluster, String prefix, long waiting) {
        this.cluster = cluster;
        this.prefix = prefix;
        this.waiting = waiting;
    }

    void publish(Requests requests) {
        var topic = Topics.WORKLOAD_REQUESTS.name(prefix);
        try (var serdes = cluster.serdes();
                var sender = cluster.sender(serdes, Topics.WORKLOAD_REQUESTS)) {
            for (long number = 0; number < waiting; number++) {
                var request = requests.request("drain", number);
                sender.send(topic, request.getFleet(), request);
            }
        }
    }

    /** Decisions per second by this scheduler, which has decided none of them before. */
    <X extends Record> double perSecond(Service<X> scheduler, String group, List<String> flags)
            throws InterruptedException {
        return cluster.during(scheduler, prefix, group, flags, () -> measured(group));
    }

    private double measured(String group) throws InterruptedException {
        try (var progress = new GroupProgress(cluster, group, Topics.WORKLOAD_REQUESTS, prefix)) {
            var started = progress.await((long) (WARM_UP_SHARE * waiting));
            return started.perSecondUntil(progress.await(waiting));
        }
    }
}
