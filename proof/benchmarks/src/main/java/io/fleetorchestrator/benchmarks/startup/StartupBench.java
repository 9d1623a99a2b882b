package io.fleetorchestrator.benchmarks.startup;

import io.fleetorchestrator.benchmarks.cluster.BenchCluster;
import io.fleetorchestrator.benchmarks.cluster.ChildProcess;
import io.fleetorchestrator.benchmarks.figures.Figures;
import io.fleetorchestrator.benchmarks.figures.Spread;
import io.fleetorchestrator.embedded.FreePort;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Time to the first decision of {@code fleet up}, and until each service alone is ready. */
public final class StartupBench {

    private static final String PREFIX = "startup.";

    private final BenchCluster cluster;
    private final Everything everything;
    private final List<Alone> services;
    private final int rounds;

    /**
     * The command that runs everything in one JVM, and texts of its output.
     *
     * @param serves text in the line of the page
     * @param decided text in the line of the first decision
     */
    public record Everything(Class<?> main, List<String> arguments, String serves, String decided) {}

    /** A service in a JVM of its own, with its additional flags. */
    public record Alone(String name, Class<?> main, List<String> flags) {}

    public StartupBench(BenchCluster cluster, Everything everything, List<Alone> services, int rounds) {
        this.cluster = cluster;
        this.everything = everything;
        this.services = services;
        this.rounds = rounds;
    }

    /** One figure for everything, then one for each service. */
    public void run(Consumer<Figures> found) throws InterruptedException {
        var nothing = repeated(
                        () -> Start.untilLines(ChildProcess.of(Nothing.class, List.of()), List.of(Nothing.STARTED)))
                .get(0);
        found.accept(everything(nothing));
        cluster.prepare(PREFIX);
        for (var service : services) {
            var ready = repeated(() -> List.of(alone(service)));
            found.accept(figures(service.name(), ready.get(0), nothing));
        }
    }

    private Figures everything(Spread nothing) throws InterruptedException {
        var milestones = repeated(() -> Start.untilLines(up(), List.of(everything.serves(), everything.decided())));
        return figures("up", milestones.get(1), nothing).put("readyMs", milestones.get(0));
    }

    private Process up() {
        // Its own home, so that other commands of this user do not find it.
        var home = Map.of("FLEET_HOME", cluster.scratch().resolve("home").toString());
        return ChildProcess.of(everything.main(), home, List.of(), everything.arguments());
    }

    private double alone(Alone service) throws InterruptedException {
        int port = FreePort.find();
        var flags = cluster.flags(PREFIX, PREFIX + service.name(), port, service.flags());
        return Start.untilReady(ChildProcess.of(service.main(), List.of(), flags), port);
    }

    private static Figures figures(String what, Spread millis, Spread nothing) {
        return Figures.of("startup")
                .put("what", what)
                .put("ms", millis)
                .put("ceilingMs", nothing.median())
                .put("ratio", nothing.median() / millis.median());
    }

    /** The milliseconds to each milestone, round by round. */
    private interface Timed {

        List<Double> millis() throws InterruptedException;
    }

    /** The spread of each milestone. */
    private List<Spread> repeated(Timed start) throws InterruptedException {
        var byMilestone = new ArrayList<List<Double>>();
        for (int round = 0; round < rounds; round++) {
            var millis = start.millis();
            for (int milestone = 0; milestone < millis.size(); milestone++) {
                if (round == 0) {
                    byMilestone.add(new ArrayList<>());
                }
                byMilestone.get(milestone).add(millis.get(milestone));
            }
        }
        return byMilestone.stream().map(Spread::of).toList();
    }
}
