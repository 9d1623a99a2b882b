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

/** Decisions per second and their latency, compared with a transactional copy of the same requests. */
public final class DecisionsBench {

    private final BenchCluster cluster;
    private final Plan plan;

    /**
     * The size of the benchmark.
     *
     * @param waiting backlog of requests of a drain
     * @param rates requests per second of the open loop, ascending
     * @param length of each rate
     */
    public record Plan(int rounds, int threads, long waiting, List<Integer> rates, Duration length) {}

    public DecisionsBench(BenchCluster cluster, Plan plan) {
        this.cluster = cluster;
        this.plan = plan;
    }

    /** Drains first, then rate after rate until one is not sustained. */
    public void run(Consumer<Figures> found) throws InterruptedException {
        double ceiling = drained(found);
        var prefix = "open.";
        var requests = new Requests();
        cluster.prepare(prefix);
        requests.introduce(cluster, prefix);
        var climb = new Climb(new OpenLoop(cluster, prefix, requests), plan.rounds(), plan.length());
        var sustained = cluster.during(
                new Scheduler(),
                prefix,
                prefix + "exactly",
                threads(),
                () -> climb.run("open-loop", plan.rates(), found));
        sustained.ifPresent(step -> found.accept(
                step.figures("sustained").put("ceilingPerSecond", ceiling).put("ratio", step.rate() / ceiling)));
        cluster.during(
                new AtLeastOnceTopology(),
                prefix,
                prefix + "least",
                threads(),
                () -> climb.run("open-loop-at-least-once", plan.rates().subList(0, 1), found));
    }

    /** Reports a drain, and returns the rate of the copy. */
    private double drained(Consumer<Figures> found) throws InterruptedException {
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
        found.accept(figures(Spread.of(exactlyOnce), Spread.of(atLeastOnce), Spread.of(copy)));
        return Spread.of(copy).median();
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

    private List<String> threads() {
        return List.of("--threads", Integer.toString(plan.threads()));
    }
}
