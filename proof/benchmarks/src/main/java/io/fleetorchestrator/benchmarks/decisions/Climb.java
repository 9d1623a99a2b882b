package io.fleetorchestrator.benchmarks.decisions;

import io.fleetorchestrator.benchmarks.figures.Figures;
import io.fleetorchestrator.benchmarks.figures.Spread;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;

/** Raises the rate, with some rounds each, until a rate is not sustained. */
final class Climb {

    /** With exactly-once processing, as shipped. */
    private static final Duration COMMIT_INTERVAL = Duration.ofMillis(100);

    private final OpenLoop loop;
    private final int rounds;
    private final Duration length;

    Climb(OpenLoop loop, int rounds, Duration length) {
        this.loop = loop;
        this.rounds = rounds;
        this.length = length;
    }

    /** The highest sustained rate, if any; every rate is reported. */
    Optional<Step> run(String mode, List<Integer> rates, Consumer<Figures> found) throws InterruptedException {
        loop.run(mode + "-warm-up", rates.get(0), length);
        Optional<Step> highest = Optional.empty();
        for (int rate : rates) {
            var step = step(mode, rate);
            found.accept(step.figures(mode));
            if (!step.keptUp()) {
                break;
            }
            highest = Optional.of(step);
        }
        return highest;
    }

    private Step step(String mode, int rate) throws InterruptedException {
        var outcomes = new ArrayList<OpenLoop.Outcome>();
        for (int round = 0; round < rounds; round++) {
            outcomes.add(loop.run(mode + "-" + rate + "-" + round, rate, length));
        }
        return new Step(rate, outcomes);
    }

    /** A rate with the outcomes of its rounds. */
    record Step(int rate, List<OpenLoop.Outcome> rounds) {

        /** Whether the rate was sustained in every round. */
        boolean keptUp() {
            return rounds.stream().allMatch(OpenLoop.Outcome::keepsUp);
        }

        Figures figures(String mode) {
            double p99 = ms(0.99).median();
            return Figures.of("decisions")
                    .put("mode", mode)
                    .put("rate", rate)
                    .put("rounds", rounds.size())
                    .put("perSecond", spread(OpenLoop.Outcome::sentPerSecond))
                    .put("keptUp", Boolean.toString(keptUp()))
                    .put("behindSeconds", spread(OpenLoop.Outcome::behindSeconds))
                    .put("lost", sum(outcome -> outcome.sent() - outcome.answered()))
                    .put("repeated", sum(OpenLoop.Outcome::repeated))
                    .put("p50Ms", ms(0.5))
                    .put("p99Ms", ms(0.99))
                    .put("p999Ms", ms(0.999))
                    .put("commitIntervalMs", COMMIT_INTERVAL.toMillis())
                    .put("p99PerCommitInterval", p99 / COMMIT_INTERVAL.toMillis());
        }

        private Spread ms(double share) {
            return spread(outcome -> outcome.latencies().ms(share));
        }

        private Spread spread(ToDoubleFunction<OpenLoop.Outcome> figure) {
            return Spread.of(rounds.stream().map(figure::applyAsDouble).toList());
        }

        private long sum(ToDoubleFunction<OpenLoop.Outcome> figure) {
            return (long) rounds.stream().mapToDouble(figure).sum();
        }
    }
}
