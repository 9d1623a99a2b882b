package io.fleetorchestrator.reliability.scene;

import io.fleetorchestrator.schemas.contract.RequestAction;
import io.fleetorchestrator.schemas.contract.WorkloadRequest;
import io.fleetorchestrator.schemas.topics.Topics;
import io.fleetorchestrator.testing.TopicSpace;
import io.fleetorchestrator.testing.samples.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Three fleets that are always nearly full: older placements are cancelled, so that approvals continue. */
public final class Requests {

    public static final List<String> FLEETS = List.of("global", "emea", "apac");

    private static final String[] REGIONS = {"arizona", "ireland", "wyoming"};

    /** Placements at a time: about the capacity of three half-empty regions of 100 MW. */
    private static final int OUTSTANDING = 1_500;

    /** Small placements at a time: a tenth of the capacity of two fleets. */
    private static final int MODEST = 200;

    private Requests() {}

    /** Publishes the fleets' profiles and a forecast for each of their regions. */
    static void publishFleets(TopicSpace topics) {
        // Avro must trust our types, of which samples are built.
        topics.serdes();
        for (var fleet : FLEETS) {
            var profile = Samples.profile(REGIONS);
            profile.setFleet(fleet);
            topics.send(Topics.FLEET_PROFILES, fleet, profile, Samples.ISSUED);
            for (var region : REGIONS) {
                var forecast = Samples.forecast(region);
                forecast.setFleet(fleet);
                topics.send(Topics.FORECAST_INTERVALS, region, forecast, Samples.ISSUED);
            }
        }
    }

    /** The n-th submission, and the cancellation of a much earlier one. */
    public static List<WorkloadRequest> numbered(int number) {
        return number < OUTSTANDING
                ? List.of(submission(number))
                : List.of(submission(number), cancellation(submission(number - OUTSTANDING), at(number)));
    }

    /** Two fleets with small workloads that are soon cancelled: each of these is approved. */
    public static List<WorkloadRequest> modest(int number) {
        return number < MODEST
                ? List.of(modestSubmission(number))
                : List.of(modestSubmission(number), cancellation(modestSubmission(number - MODEST), at(number)));
    }

    private static WorkloadRequest modestSubmission(int number) {
        var submission = submission(number);
        submission.setFleet(FLEETS.get(number % 2));
        submission.setPowerMw(submission.getPowerMw() / 10);
        return submission;
    }

    /** Repeats some earlier requests out of order, as clients without an acknowledgement do. */
    public static List<WorkloadRequest> repeated(int number) {
        var random = new SplittableRandom(number);
        var earlier = IntStream.range(Math.max(0, number - 20), number)
                .filter(one -> random.nextInt(10) == 0)
                .mapToObj(Requests::submission);
        return Stream.concat(numbered(number).stream(), earlier).toList();
    }

    static WorkloadRequest submission(int number) {
        var random = new SplittableRandom(number);
        return Samples.request("r" + number)
                .setFleet(FLEETS.get(random.nextInt(FLEETS.size())))
                .setSubmittedAt(at(number))
                .setPowerMw(random.nextInt(1, 30) / 10.0)
                .setDurationHours(random.nextInt(1, 6))
                .build();
    }

    private static WorkloadRequest cancellation(WorkloadRequest of, Instant at) {
        return WorkloadRequest.newBuilder()
                .setRequestId(of.getRequestId())
                .setFleet(of.getFleet())
                .setAction(RequestAction.CANCEL)
                .setSubmittedAt(at)
                .build();
    }

    /** A millisecond apart: an hour of requests, before the forecast is too old for them. */
    private static Instant at(int number) {
        return Samples.ISSUED.plus(Duration.ofMinutes(5)).plusMillis(number);
    }
}
