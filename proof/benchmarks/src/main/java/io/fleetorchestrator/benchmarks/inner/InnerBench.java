package io.fleetorchestrator.benchmarks.inner;

import io.fleetorchestrator.benchmarks.figures.Figures;
import io.fleetorchestrator.benchmarks.figures.Spread;
import java.util.function.Consumer;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs the loops of this package with JMH, each in a JVM of its own. */
public final class InnerBench {

    private static final TimeValue ROUND = TimeValue.seconds(1);
    private static final int WARM_UPS = 3;

    private final int rounds;

    public InnerBench(int rounds) {
        this.rounds = rounds;
    }

    public void run(Consumer<Figures> found) {
        var options = new OptionsBuilder()
                .include(InnerBench.class.getPackageName() + ".*")
                .forks(1)
                .shouldFailOnError(true)
                .warmupIterations(WARM_UPS)
                .warmupTime(ROUND)
                .measurementIterations(rounds)
                .measurementTime(ROUND)
                .verbosity(VerboseMode.SILENT)
                .build();
        try {
            new Runner(options).run().stream().map(InnerBench::figures).forEach(found);
        } catch (RunnerException e) {
            throw new IllegalStateException("JMH could not run", e);
        }
    }

    private static Figures figures(RunResult result) {
        var micros = result.getPrimaryResult().getStatistics();
        var spread = new Spread(micros.getPercentile(50), micros.getMin(), micros.getMax());
        return Figures.of("inner")
                .put("what", result.getPrimaryResult().getLabel())
                .put("rounds", micros.getN())
                .put("perSecond", 1e6 / spread.median())
                .put("micros", spread);
    }
}
