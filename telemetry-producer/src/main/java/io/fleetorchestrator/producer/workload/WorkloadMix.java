package io.fleetorchestrator.producer.workload;

import io.fleetorchestrator.producer.random.SeededRandom;
import io.fleetorchestrator.producer.regions.FleetModel;
import io.fleetorchestrator.producer.regions.RegionModel;
import io.fleetorchestrator.schemas.contract.Resources;
import io.fleetorchestrator.schemas.contract.WorkloadRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** A realistic mix of requests to one fleet: Poisson arrivals, busier by day, of every {@link WorkloadKind}. */
public final class WorkloadMix implements Arrivals {

    /** Above this, a Poisson draw by inversion leaves the floating-point range. */
    private static final double MOST_PER_HOUR = 1_000_000;

    /** Tenants work by day; most of them in the Americas, where the afternoon is at 19 h UTC. */
    private static final double BUSIEST_HOUR_UTC = 19;

    private static final double DIURNAL_SHARE = 0.6;
    private static final int TENANTS = 8;

    /** The largest share of its home region that a workload needs. */
    private static final double MOST_OF_REGION = 0.2;

    private static final double SHARE_PINNED = 0.15;
    private static final double SHARE_NEAR = 0.15;

    /** Enough for a region on the same continent, too little across an ocean. */
    private static final double NEAR_MS = 60;

    private static final double CPUS_PER_MW = 4000;
    private static final double GPUS_PER_MW = 700;

    private final FleetModel fleet;
    private final double perSecond;
    private final double unitMw;
    private final SeededRandom counts;
    private final SeededRandom traits;

    /**
     * @param perHour mean arrivals
     * @param offeredShare share of the fleet's capacity that all requests together would occupy on average
     */
    public WorkloadMix(long seed, FleetModel fleet, double perHour, double offeredShare) {
        if (!(perHour > 0 && perHour <= MOST_PER_HOUR)) {
            throw new IllegalArgumentException(
                    "a rate of " + perHour + " requests per hour is not within 0.." + (long) MOST_PER_HOUR);
        }
        this.fleet = fleet;
        this.perSecond = perHour / TimeUnit.HOURS.toSeconds(1);
        this.unitMw = offeredShare * capacityMw(fleet) / (perHour * WorkloadKind.meanSizeHours());
        this.counts = SeededRandom.of(seed, fleet.fleet()).about("arrivals");
        this.traits = SeededRandom.of(seed, fleet.fleet()).about("traits");
    }

    private static double capacityMw(FleetModel fleet) {
        return fleet.regions().stream().mapToDouble(RegionModel::capacityMw).sum();
    }

    @Override
    public List<WorkloadRequest> between(Instant from, Instant to) {
        var requests = new ArrayList<WorkloadRequest>();
        long lastSecond = Math.floorDiv(to.toEpochMilli() - 1, 1000L);
        for (long second = from.getEpochSecond(); second <= lastSecond; second++) {
            addArrivals(second, from, to, requests);
        }
        return requests;
    }

    private void addArrivals(long second, Instant from, Instant to, List<WorkloadRequest> requests) {
        int count = Poisson.inverse(perSecond * busyness(second), counts.uniform(second));
        for (int i = 0; i < count; i++) {
            // Evenly spread within the second, so that they come in order.
            var at = Instant.ofEpochMilli(second * 1000 + 1000L * i / count);
            if (!at.isBefore(from) && at.isBefore(to)) {
                requests.add(request(at, second, i));
            }
        }
    }

    private static double busyness(long second) {
        double hour = Math.floorMod(second, TimeUnit.DAYS.toSeconds(1)) / 3600.0;
        return 1 + DIURNAL_SHARE * StrictMath.cos(2 * Math.PI * (hour - BUSIEST_HOUR_UTC) / 24);
    }

    private WorkloadRequest request(Instant at, long second, int number) {
        var id = String.format(Locale.ROOT, "%s-%x-%d", fleet.fleet(), second, number);
        var random = traits.about(id);
        var kind = WorkloadKind.drawn(random.uniform(0));
        var home =
                fleet.regions().get((int) (random.uniform(1) * fleet.regions().size()));
        int hours = kind.leastHours + (int) (random.uniform(2) * (kind.mostHours - kind.leastHours + 1));
        double powerMw = powerMw(kind, home, random.uniform(3));
        var start = at.truncatedTo(ChronoUnit.HOURS).plus(Duration.ofHours(1));
        var request = WorkloadRequest.newBuilder()
                .setRequestId(id)
                .setFleet(fleet.fleet())
                .setTenant("tenant-" + (1 + (int) (random.uniform(4) * TENANTS)))
                .setName(kind.label)
                .setSubmittedAt(at)
                .setPriority(kind.priority)
                .setHomeRegion(home.region())
                .setPowerMw(powerMw)
                .setDurationHours(hours)
                .setEarliestStart(start)
                .setDeadline(start.plus(Duration.ofHours(hours + kind.slackHours)))
                .setResources(resources(kind, powerMw))
                .build();
        return bound(request, kind, random.uniform(5));
    }

    /** The allowed regions: services stay in their home region, some workloads are pinned by law or data, some need low latency. */
    private static WorkloadRequest bound(WorkloadRequest request, WorkloadKind kind, double uniform) {
        if (kind == WorkloadKind.SERVICE || uniform < SHARE_PINNED) {
            request.setAllowedRegions(List.of(request.getHomeRegion()));
        } else if (uniform < SHARE_PINNED + SHARE_NEAR) {
            request.setMaxLatencyMs(NEAR_MS);
        }
        return request;
    }

    /** From a quarter to 1¾ of the mean size, in kilowatts. */
    private double powerMw(WorkloadKind kind, RegionModel home, double uniform) {
        double mw = Math.min(unitMw * kind.size * (0.25 + 1.5 * uniform), MOST_OF_REGION * home.capacityMw());
        return Math.max(1, Math.round(mw * 1000)) / 1000.0;
    }

    private static Resources resources(WorkloadKind kind, double powerMw) {
        return kind == WorkloadKind.TRAINING
                ? new Resources(0.0, 0.0, Math.ceil(powerMw * GPUS_PER_MW))
                : new Resources(Math.ceil(powerMw * CPUS_PER_MW), 4 * Math.ceil(powerMw * CPUS_PER_MW), 0.0);
    }
}
