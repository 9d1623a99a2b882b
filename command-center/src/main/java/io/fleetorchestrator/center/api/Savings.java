package io.fleetorchestrator.center.api;

import io.fleetorchestrator.center.readmodel.ReadModel;
import io.fleetorchestrator.center.view.DecisionView;
import io.fleetorchestrator.center.view.FootprintView;
import io.fleetorchestrator.center.view.SavingsView;
import io.fleetorchestrator.center.view.SavingsView.Total;
import io.fleetorchestrator.schemas.contract.RequestAction;
import io.fleetorchestrator.schemas.contract.SchedulingDecision;
import io.fleetorchestrator.schemas.contract.Verdict;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Sums the footprints of the placements that were not released, and those of their baselines. */
final class Savings {

    /** More than the world uses in a year, in any of the units. */
    private static final double MOST = 1e15;

    private final ReadModel model;

    Savings(ReadModel model) {
        this.model = model;
    }

    SavingsView since(Instant from, Predicate<SchedulingDecision> visible) {
        var pairs = model.placed().stream()
                .filter(decision -> !decision.getDecidedAt().isBefore(from))
                .filter(visible)
                .map(DecisionView::of)
                .flatMap(decision -> Pair.of(decision).stream())
                .toList();
        var sums = new Sums();
        pairs.forEach(sums::add);
        return new SavingsView(
                pairs.size(),
                blocked(from, visible),
                pairs.stream().filter(Pair::moved).count(),
                sums.all.original,
                sums.all.optimised,
                sums.regions(),
                sums.days());
    }

    private long blocked(Instant from, Predicate<SchedulingDecision> visible) {
        return model.decisions(Optional.empty(), visible.and(decision -> isBlocked(decision, from)), Integer.MAX_VALUE)
                .size();
    }

    private static boolean isBlocked(SchedulingDecision decision, Instant from) {
        return decision.getAction() == RequestAction.SUBMIT
                && decision.getVerdict() == Verdict.BLOCKED
                && !decision.getDryRun()
                && !decision.getDecidedAt().isBefore(from);
    }

    /** The footprint of a placed workload, and that of its baseline. */
    private record Pair(Instant decidedAt, FootprintView original, FootprintView optimised) {

        /** Empty if one of them is unknown. */
        static Optional<Pair> of(DecisionView decision) {
            var original = decision.baseline();
            var optimised = decision.footprint();
            return original == null || optimised == null || !isFigure(original) || !isFigure(optimised)
                    ? Optional.empty()
                    : Optional.of(new Pair(decision.decidedAt(), original, optimised));
        }

        /** A single absurd figure would dominate the sum. */
        private static boolean isFigure(FootprintView footprint) {
            return Math.abs(footprint.energyMwh()) <= MOST
                    && Math.abs(footprint.carbonKg()) <= MOST
                    && Math.abs(footprint.waterL()) <= MOST;
        }

        boolean moved() {
            return !original.region().equals(optimised.region())
                    || !original.startsAt().equals(optimised.startsAt());
        }
    }

    private static final class Sum {
        private Total original = Total.zero();
        private Total optimised = Total.zero();
        private long originals;
        private long optimiseds;

        void addOriginal(FootprintView footprint) {
            original = original.plus(footprint);
            originals++;
        }

        void addOptimised(FootprintView footprint) {
            optimised = optimised.plus(footprint);
            optimiseds++;
        }
    }

    private static final class Sums {
        private final Sum all = new Sum();
        private final Map<String, Sum> byRegion = new TreeMap<>();
        private final Map<Instant, Sum> byDay = new TreeMap<>();

        void add(Pair pair) {
            var day = byDay.computeIfAbsent(pair.decidedAt().truncatedTo(ChronoUnit.DAYS), ignored -> new Sum());
            List.of(all, day, region(pair.original())).forEach(sum -> sum.addOriginal(pair.original()));
            List.of(all, day, region(pair.optimised())).forEach(sum -> sum.addOptimised(pair.optimised()));
        }

        private Sum region(FootprintView footprint) {
            return byRegion.computeIfAbsent(footprint.region(), ignored -> new Sum());
        }

        List<SavingsView.Region> regions() {
            return byRegion.entrySet().stream()
                    .map(entry -> {
                        var sum = entry.getValue();
                        return new SavingsView.Region(
                                entry.getKey(), sum.original, sum.optimised, sum.originals, sum.optimiseds);
                    })
                    .toList();
        }

        List<SavingsView.Day> days() {
            return byDay.entrySet().stream()
                    .map(entry ->
                            new SavingsView.Day(entry.getKey(), entry.getValue().original, entry.getValue().optimised))
                    .toList();
        }
    }
}
