package io.fleetorchestrator.core.fleet;

import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * That an id was answered, when, and for which contents: the first is what it stands for, the others were refused as
 * reuse of the id.
 */
public record Answered(Kind kind, String requestId, long hour, List<Long> fingerprints) {

    public Answered {
        fingerprints = List.copyOf(fingerprints);
    }

    boolean covers(long fingerprint) {
        return fingerprints.contains(fingerprint);
    }

    Answered and(long fingerprint) {
        return new Answered(
                kind,
                requestId,
                hour,
                Stream.concat(fingerprints.stream(), LongStream.of(fingerprint).boxed())
                        .toList());
    }
}
