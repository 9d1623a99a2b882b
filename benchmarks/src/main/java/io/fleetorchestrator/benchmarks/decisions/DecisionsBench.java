package io.fleetorchestrator.benchmarks.decisions;

import io.fleetorchestrator.benchmarks.ceiling.TransactionalCopy;
import io.fleetorchestrator.benchmarks.cluster.BenchCluster;
import io.fleetorchestrator.benchmarks.figures.Figures;
import io.fleetorchestrator.benchmarks.figures.Spread;
import io.fleetorchestrator.scheduler.Scheduler;
import io.fleetorchestrator.schemas.topics.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Decisions a second and how soon they can be read, beside a transactional copy of the same requests. */
public final class DecisionsBench {

    /** As shipped. */
    private static final Duration COMMIT_INTERVAL = Duration.ofMillis(100);

    private final BenchCluster cluster;
    private final Plan plan;

    /**
     * How much of it.
     *
     * @param waiting requests that a drain starts with
     * @param rates requests a second of the open loop, rising
     * @param length of each rate
     */
    public record Plan(int rounds, int threads, long waiting, List<Integer> rates, Duration length) {}

    public DecisionsBench(BenchCluster cluster, Plan plan) {
        this.cluster = cluster;
        this.plan = plan;
    }

    /** Drains first, then rate after rate until one cannot be kept up. */
    public void run(Consumer<Figures> found) throws InterruptedException {
        found.accept(drained());
        openLoop(found);
    }

    private Figures drained() throws InterruptedException {
        var prefix = "drain.";
        var requests = new Requests();
        cluster.prepare(prefix);
        requests.introduce(cluster, prefix);
        var drain = new Drain(cluster, prefix, plan.waiting());
        drain.publish(requests);
        drain.perSecond(new Scheduler(), prefix + "warm-up", threads());
        var exactlyOnce = new ArrayList<Double>();
        var atLeastOnce = new ArrayList<Double>();
        var copy = new ArrayList<Double>();
        for (int round = 0; round < plan.rounds(); round++) {
            exactlyOnce.add(drain.perSecond(new Scheduler(), prefix + "exactly-" + round, threads()));
            atLeastOnce.add(drain.perSecond(new AtLeastOnceTopology(), prefix + "least-" + round, threads()));
            copy.add(TransactionalCopy.perSecond(cluster, Topics.WORKLOAD_REQUESTS.name(prefix), plan.waiting()));
        }
        return figures(Spread.of(exactlyOnce), Spread.of(atLeastOnce), Spread.of(copy));
    }

    private Figures figures(Spread exactlyOnce, Spread atLeastOnce, Spread copy) {
        return Figures.of("decisions")
                .put("mode", "drain")
                .put("requests", plan.waiting())
                .put("rounds", plan.rounds())
                .put("threads", plan.threads())
                .put("perSecond", exactlyOnce)
                .put("ceilingPerSecond", copy)
                .put("ratio", exactlyOnce.median() / copy.median())
                .put("atLeastOncePerSecond", atLeastOnce)
                .put("ratioToAtLeastOnce", exactlyOnce.median() / atLeastOnce.median());
    }

    private void openLoop(Consumer<Figures> found) throws InterruptedException {
        var prefix = "open.";
        var requests = new Requests();
        cluster.prepare(prefix);
        requests.introduce(cluster, prefix);
        cluster.during(new Scheduler(), prefix, prefix + "scheduler", threads(), () -> {
            climb(new OpenLoop(cluster, prefix, requests), found);
            return true;
        });
    }

    private void climb(OpenLoop loop, Consumer<Figures> found) throws InterruptedException {
        loop.run("warm-up", plan.rates().get(0), plan.length());
        boolean keepsUp = true;
        for (int i = 0; keepsUp && i < plan.rates().size(); i++) {
            int rate = plan.rates().get(i);
            var outcome = loop.run("at-" + rate, rate, plan.length());
            found.accept(figures(rate, outcome));
            keepsUp = outcome.keepsUp();
        }
    }

    private Figures figures(int rate, OpenLoop.Outcome outcome) {
        return Figures.of("decisions")
                .put("mode", "open-loop")
                .put("rate", rate)
                .put("perSecond", outcome.sentPerSecond())
                .put("keptUp", Boolean.toString(outcome.keepsUp()))
                .put("behindSeconds", outcome.behindSeconds())
                .put("lost", outcome.sent() - outcome.answered())
                .put("repeated", outcome.repeated())
                .put(outcome.latencies())
                .put("commitIntervalMs", COMMIT_INTERVAL.toMillis())
                .put("p99PerCommitInterval", outcome.latencies().ms(0.99) / COMMIT_INTERVAL.toMillis());
    }

    private List<String> threads() {
        return List.of("--threads", Integer.toString(plan.threads()));
    }
}
