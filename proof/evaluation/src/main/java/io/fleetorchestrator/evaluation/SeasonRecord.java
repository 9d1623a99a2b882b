package io.fleetorchestrator.evaluation;

import io.fleetorchestrator.schemas.contract.AdvisoryKind;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The record of a season with the scheduler.
 *
 * @param unanswered requests without a decision
 */
record SeasonRecord(
        HourTable hours, List<DecidedRequest> answered, int unanswered, Map<AdvisoryKind, Integer> advisories) {

    Stream<DecidedRequest> approved() {
        return answered.stream().filter(DecidedRequest::approved);
    }

    Stream<DecidedRequest> blocked() {
        return answered.stream().filter(answer -> !answer.approved());
    }
}
