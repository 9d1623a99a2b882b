package io.fleetorchestrator.producer.workload;

import io.fleetorchestrator.producer.random.SeededRandom;
import io.fleetorchestrator.producer.regions.FleetModel;
import io.fleetorchestrator.schemas.contract.Resources;
import io.fleetorchestrator.schemas.contract.WorkloadRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A recorded trace, submitted from a given instant on. Traces have no regions, so the home regions are random. */
public final class TraceArrivals implements Arrivals {

    private final List<TraceJob> jobs;
    private final Instant origin;
    private final FleetModel fleet;
    private final double mwPerCpu;
    private final SeededRandom homes;

    public TraceArrivals(long seed, FleetModel fleet, List<TraceJob> jobs, Instant origin, double mwPerCpu) {
        this.jobs = jobs.stream()
                .sorted(Comparator.comparingDouble(TraceJob::arrivalH))
                .toList();
        this.origin = origin;
        this.fleet = fleet;
        this.mwPerCpu = mwPerCpu;
        this.homes = SeededRandom.of(seed, fleet.fleet()).about("trace");
    }

    @Override
    public List<WorkloadRequest> between(Instant from, Instant to) {
        var requests = new ArrayList<WorkloadRequest>();
        for (int i = firstFrom(from); i < jobs.size() && arrival(jobs.get(i)).isBefore(to); i++) {
            requests.add(request(i, jobs.get(i)));
        }
        return requests;
    }

    private int firstFrom(Instant from) {
        int low = 0;
        int high = jobs.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (arrival(jobs.get(middle)).isBefore(from)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private Instant arrival(TraceJob job) {
        return origin.plusMillis(Math.round(job.arrivalH() * TimeUnit.HOURS.toMillis(1)));
    }

    private WorkloadRequest request(int number, TraceJob job) {
        var at = arrival(job);
        int region = (int) (homes.uniform(number) * fleet.regions().size());
        return WorkloadRequest.newBuilder()
                .setRequestId(fleet.fleet() + "-trace-" + origin.getEpochSecond() + "-" + number)
                .setFleet(fleet.fleet())
                .setTenant("trace")
                .setName("trace job " + number)
                .setSubmittedAt(at)
                .setHomeRegion(fleet.regions().get(region).region())
                // Every job needs some power: a kilowatt at least.
                .setPowerMw(Math.max(0.001, job.cpus() * mwPerCpu))
                // Placements are in whole hours.
                .setDurationHours((int) Math.max(1, Math.ceil(job.durationH())))
                .setEarliestStart(at.plus(Duration.ofHours(1)).truncatedTo(ChronoUnit.HOURS))
                .setResources(new Resources(job.cpus(), 0.0, 0.0))
                .build();
    }
}
