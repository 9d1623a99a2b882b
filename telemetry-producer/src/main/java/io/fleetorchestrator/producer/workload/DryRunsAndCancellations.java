package io.fleetorchestrator.producer.workload;

import io.fleetorchestrator.producer.random.SeededRandom;
import io.fleetorchestrator.schemas.contract.RequestAction;
import io.fleetorchestrator.schemas.contract.WorkloadRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Turns a share of other arrivals into dry runs, and cancels a share of the rest. */
public final class DryRunsAndCancellations implements Arrivals {

    /** Long enough for the placement to be visible, short enough that the workload has not started. */
    private static final Duration REGRET = Duration.ofMinutes(10);

    private static final int ONLY_ASKS = 0;
    private static final int REGRETS = 1;

    private final Arrivals arrivals;
    private final double dryRunShare;
    private final double cancelShare;
    private final SeededRandom random;

    /**
     * @param dryRunShare share of the requests that become dry runs
     * @param cancelShare share of the others that are cancelled
     */
    public DryRunsAndCancellations(long seed, Arrivals arrivals, double dryRunShare, double cancelShare) {
        this.arrivals = arrivals;
        this.dryRunShare = share("dry runs", dryRunShare);
        this.cancelShare = share("cancellations", cancelShare);
        this.random = SeededRandom.of(seed, "second thoughts");
    }

    private static double share(String of, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException("a share of " + of + " of " + value + " is not within 0..1");
        }
        return value;
    }

    @Override
    public List<WorkloadRequest> between(Instant from, Instant to) {
        var submitted = arrivals.between(from, to).stream().map(this::perhapsOnlyAsked);
        var takenBack = arrivals.between(from.minus(REGRET), to.minus(REGRET)).stream()
                .filter(request -> !draw(request, ONLY_ASKS, dryRunShare) && draw(request, REGRETS, cancelShare))
                .map(DryRunsAndCancellations::cancellation);
        return Stream.concat(submitted, takenBack)
                .sorted(Comparator.comparing(WorkloadRequest::getSubmittedAt))
                .toList();
    }

    private WorkloadRequest perhapsOnlyAsked(WorkloadRequest request) {
        request.setDryRun(draw(request, ONLY_ASKS, dryRunShare));
        return request;
    }

    private boolean draw(WorkloadRequest request, int aspect, double share) {
        return random.about(request.getRequestId()).uniform(aspect) < share;
    }

    private static WorkloadRequest cancellation(WorkloadRequest of) {
        return WorkloadRequest.newBuilder()
                .setRequestId(of.getRequestId())
                .setFleet(of.getFleet())
                .setTenant(of.getTenant())
                .setName(of.getName())
                .setAction(RequestAction.CANCEL)
                .setSubmittedAt(of.getSubmittedAt().plus(REGRET))
                .build();
    }
}
