package io.fleetorchestrator.benchmarks.forecast;

import io.fleetorchestrator.benchmarks.figures.Figures;
import io.fleetorchestrator.benchmarks.figures.Latencies;
import io.fleetorchestrator.benchmarks.figures.Spread;
import io.fleetorchestrator.core.forecast.ForecastModels;
import io.fleetorchestrator.core.forecast.ForecastPlan;
import io.fleetorchestrator.core.forecast.RegionForecaster;
import io.fleetorchestrator.core.forecast.RegionState;
import io.fleetorchestrator.schemas.contract.HourlyFeatures;
import io.fleetorchestrator.schemas.state.RegionSnapshot;
import java.util.ArrayList;

/**
 * The step of a region at the close of an hour, on one thread and without Kafka: score the outcomes, calibrate, forecast
 * four signals 24 hours ahead. Its ceiling is the same step with yesterday's value as the model, without trees.
 */
public final class ForecastBench {

    private static final ForecastPlan PLAN = ForecastPlan.DEFAULT;
    private static final int WARM_UPS = 3;

    private final int regions;
    private final int rounds;
    private final RegionForecaster forecaster = new RegionForecaster(PLAN);

    public ForecastBench(int regions, int rounds) {
        this.regions = regions;
        this.rounds = rounds;
    }

    /** Every region closes one hour per round; each round starts with the same states. */
    public Figures run() {
        var hours = new WarmRegion(PLAN);
        var trained = TrainedModels.of(PLAN, hours.past());
        var states = hours.state().toState();
        var withTrees = new ArrayList<Double>();
        var without = new ArrayList<Double>();
        var latencies = new long[regions];
        for (int round = -WARM_UPS; round < rounds; round++) {
            double trees = round(states, hours.next(), trained, latencies);
            double naive = round(states, hours.next(), ForecastModels.untrained(), new long[regions]);
            if (round >= 0) {
                withTrees.add(trees);
                without.add(naive);
            }
        }
        return figures(Spread.of(withTrees), Spread.of(without), Latencies.ofNanos(latencies));
    }

    private Figures figures(Spread withTrees, Spread without, Latencies latencies) {
        return Figures.of("forecast")
                .put("regions", regions)
                .put("rounds", rounds)
                .put("perSecond", withTrees)
                .put("ceilingPerSecond", without)
                .put("ratio", withTrees.median() / without.median())
                .put("millisPerRegion", 1000 / withTrees.median())
                .put(latencies);
    }

    /** Regions per second; the states are made before the measurement. */
    private double round(RegionSnapshot state, HourlyFeatures hour, ForecastModels models, long[] latencies) {
        long busy = 0;
        for (int region = 0; region < regions; region++) {
            var fresh = RegionState.of(state, PLAN);
            long started = System.nanoTime();
            forecaster.close(fresh, hour, models);
            latencies[region] = System.nanoTime() - started;
            busy += latencies[region];
        }
        return regions / (busy / 1e9);
    }
}
