package io.fleetorchestrator.reliability.faults;

import static org.assertj.core.api.BDDAssertions.then;

import io.fleetorchestrator.reliability.oracle.Findings;
import io.fleetorchestrator.reliability.scene.FaultScenario;
import io.fleetorchestrator.reliability.scene.Requests;
import io.fleetorchestrator.schemas.contract.RequestAction;
import io.fleetorchestrator.schemas.contract.SchedulingDecision;
import io.fleetorchestrator.schemas.contract.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Positive controls on real decisions: planted errors must be found, or the zeros of the other rows prove nothing. */
class OracleFaults {

    @RegisterExtension
    static final FaultBench BENCH = new FaultBench();

    private static final int CONTROLS = 50;

    private final SplittableRandom random = new SplittableRandom(11);

    @Test
    void plantedErrorsAreFound() {
        try (var scene = FaultScenario.of(BENCH.cluster(), Requests::numbered)) {
            scene.start("one").awaitReady();
            scene.send(2_000, 500).awaitMore(1_000);
            BENCH.conclude("none", 1, scene);
            var decisions = scene.decisions();

            control(scene, "loss", decisions, log -> log.remove(random.nextInt(log.size())), this::loses);
            control(
                    scene,
                    "duplicate",
                    decisions,
                    this::repeat,
                    found -> found.duplicated().size() == 1);
            control(
                    scene,
                    "over-commitment",
                    decisions,
                    this::overcommit,
                    found -> !found.violations().isEmpty());
        }
    }

    private boolean loses(Findings found) {
        return found.lost().size() == 1;
    }

    private void repeat(List<SchedulingDecision> log) {
        log.add(random.nextInt(log.size()), log.get(random.nextInt(log.size())));
    }

    /** Adds an approval that exceeds the capacity, somewhere in the log. */
    private void overcommit(List<SchedulingDecision> log) {
        var approvals = log.stream()
                .filter(decision ->
                        decision.getVerdict() == Verdict.APPROVED && decision.getAction() == RequestAction.SUBMIT)
                .toList();
        var planted = SchedulingDecision.newBuilder(approvals.get(random.nextInt(approvals.size())))
                .setRequestId("planted")
                .build();
        planted.setPowerMw(planted.getEvidence().getCapacityMw());
        log.add(random.nextInt(log.size()), planted);
    }

    private static void control(
            FaultScenario scene,
            String planted,
            List<SchedulingDecision> decisions,
            Consumer<List<SchedulingDecision>> plant,
            Predicate<Findings> found) {
        int caught = 0;
        for (int control = 0; control < CONTROLS; control++) {
            var log = new ArrayList<>(decisions);
            plant.accept(log);
            caught += found.test(scene.judge(log)) ? 1 : 0;
        }
        BENCH.report().control(planted, CONTROLS, caught);
        then(caught).isEqualTo(CONTROLS);
    }
}
