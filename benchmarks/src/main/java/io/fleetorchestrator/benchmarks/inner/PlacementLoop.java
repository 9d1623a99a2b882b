package io.fleetorchestrator.benchmarks.inner;

import io.fleetorchestrator.benchmarks.decisions.Requests;
import io.fleetorchestrator.core.fleet.FleetAnswer;
import io.fleetorchestrator.core.fleet.FleetEvent;
import io.fleetorchestrator.core.fleet.FleetJournal;
import io.fleetorchestrator.core.fleet.FleetMemory;
import io.fleetorchestrator.core.fleet.FleetScheduler;
import io.fleetorchestrator.schemas.contract.WorkloadRequest;
import io.fleetorchestrator.schemas.serdes.AvroSerdes;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What a request asks of its fleet: three regions, a dozen starts, and the decision with its evidence. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class PlacementLoop {

    private final FleetScheduler fleet;
    private final WorkloadRequest request;

    public PlacementLoop() {
        AvroSerdes.guardAvro();
        var requests = new Requests();
        // Reserves nothing, so that the last is decided on like the first.
        request = requests.request("dry", 0);
        request.setDryRun(true);
        fleet = new FleetScheduler(request.getFleet(), FleetMemory.EMPTY, FleetJournal.NONE, Duration.ofDays(7));
        requests.knowledge(request.getFleet()).forEach(fleet::on);
    }

    @Benchmark
    public List<FleetAnswer> place() {
        return fleet.on(new FleetEvent.Requested(request));
    }
}
