package io.fleetorchestrator.core.fleet;

import static io.fleetorchestrator.testing.samples.Samples.hour;

import io.fleetorchestrator.schemas.contract.ObjectiveWeights;
import io.fleetorchestrator.schemas.contract.Priority;
import io.fleetorchestrator.schemas.contract.WorkloadRequest;
import io.fleetorchestrator.testing.samples.Samples;
import java.time.Duration;
import java.util.List;
import java.util.Random;

/** The requests of a {@link RecordedLog}: mostly valid, some of them mistaken. */
final class RecordedRequests {

    private static final List<Priority> PRIORITIES =
            List.of(Priority.LOW, Priority.NORMAL, Priority.HIGH, Priority.CRITICAL);

    private final Random random;
    private int sent;

    RecordedRequests(Random random) {
        this.random = random;
    }

    WorkloadRequest next(int at) {
        var submitted = hour(at).plus(Duration.ofMinutes(random.nextInt(60)));
        if (chance(8)) {
            var cancel = Samples.cancel(usedId());
            cancel.setSubmittedAt(submitted);
            return cancel;
        }
        // One in ten uses the id of an earlier request again.
        var request = workload(chance(10) ? usedId() : "r" + sent++, at).setSubmittedAt(submitted);
        mistake(request);
        return request.build();
    }

    private String usedId() {
        return "r" + random.nextInt(Math.max(1, sent));
    }

    private WorkloadRequest.Builder workload(String id, int at) {
        var request = Samples.request(id)
                .setPowerMw(1 + random.nextInt(120) / 4.0)
                .setDurationHours(1 + random.nextInt(10))
                .setHomeRegion(region())
                .setPriority(PRIORITIES.get(random.nextInt(PRIORITIES.size())))
                .setDryRun(chance(8));
        where(request);
        when(request, at);
        weigh(request);
        return request;
    }

    private void where(WorkloadRequest.Builder request) {
        if (chance(2)) {
            request.setAllowedRegions(chance(2) ? List.of(region()) : List.of(region(), region()));
        }
        if (chance(4)) {
            request.setMaxLatencyMs(50.0 * random.nextInt(5));
        }
    }

    private void when(WorkloadRequest.Builder request, int at) {
        if (chance(3)) {
            request.setEarliestStart(hour(at + random.nextInt(24)));
        }
        if (chance(3)) {
            request.setDeadline(hour(at + 1 + random.nextInt(30)));
        }
    }

    private void weigh(WorkloadRequest.Builder request) {
        if (chance(4)) {
            request.setWeights(new ObjectiveWeights(weight(), weight(), weight(), weight()));
        }
    }

    private double weight() {
        return random.nextInt(3) * 0.5;
    }

    private void mistake(WorkloadRequest.Builder request) {
        switch (random.nextInt(40)) {
            case 0 -> request.setPowerMw(-1);
            case 1 -> request.setDurationHours(0).setName("line\nbreak");
            case 2 -> request.setHomeRegion("atlantis");
            case 3 -> request.setAllowedRegions(List.of("atlantis", "arizona"));
            case 4 -> request.setPowerMw(500);
            // The clock of the submitter is ahead: by then all forecasts are stale.
            case 5 -> request.setSubmittedAt(request.getSubmittedAt().plus(Duration.ofHours(4)));
            case 6 -> request.setFleet("elsewhere");
            case 7 -> request.setDurationHours(30);
            default -> {}
        }
    }

    private String region() {
        return RecordedLog.REGIONS.get(random.nextInt(RecordedLog.REGIONS.size()));
    }

    private boolean chance(int oneIn) {
        return random.nextInt(oneIn) == 0;
    }
}
