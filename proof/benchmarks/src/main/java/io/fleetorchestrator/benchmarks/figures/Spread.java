package io.fleetorchestrator.benchmarks.figures;

import java.util.List;

/** One figure over several rounds: median and extremes. */
public record Spread(double median, double least, double most) {

    public static Spread of(List<Double> rounds) {
        var sorted = rounds.stream().sorted().toList();
        int middle = sorted.size() / 2;
        double median = sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
        return new Spread(median, sorted.get(0), sorted.get(sorted.size() - 1));
    }
}
