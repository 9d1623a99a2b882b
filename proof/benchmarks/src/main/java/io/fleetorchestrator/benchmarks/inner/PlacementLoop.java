package io.fleetorchestrator.benchmarks.inner;

import io.fleetorchestrator.benchmarks.decisions.Requests;
import io.fleetorchestrator.core.fleet.FleetJournal;
import io.fleetorchestrator.core.fleet.FleetScheduler;
import io.fleetorchestrator.core.fleet.FleetSnapshot;
import io.fleetorchestrator.core.placement.Admission;
import io.fleetorchestrator.core.placement.FleetView;
import io.fleetorchestrator.schemas.contract.SchedulingDecision;
import io.fleetorchestrator.schemas.contract.WorkloadRequest;
import io.fleetorchestrator.schemas.serdes.AvroSerdes;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The decision on a request: three regions, a dozen start times, and the evidence. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class PlacementLoop {

    private final Admission admission = new Admission();
    private final WorkloadRequest request;
    private final FleetView fleet;

    public PlacementLoop() {
        AvroSerdes.guardAvro();
        var requests = new Requests();
        request = requests.request("inner", 0);
        var scheduler =
                new FleetScheduler(request.getFleet(), FleetSnapshot.EMPTY, FleetJournal.NONE, Duration.ofDays(7));
        requests.knowledge(request.getFleet()).forEach(event -> scheduler.on(event, request.getSubmittedAt()));
        fleet = scheduler.state().view().orElseThrow();
    }

    /** Reserves and stores nothing, so that each decision is like the first. */
    @Benchmark
    public SchedulingDecision place() {
        return admission.decide(request, fleet, request.getSubmittedAt());
    }
}
