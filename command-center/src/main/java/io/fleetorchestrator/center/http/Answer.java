package io.fleetorchestrator.center.http;

import java.util.Map;

/** What is answered: a status, a body that is written as JSON, and headers. */
public record Answer(int status, Object body, Map<String, String> headers) {

    public static Answer ok(Object body) {
        return new Answer(200, body, Map.of());
    }

    /** Taken, and to be found there. */
    public static Answer accepted(Object body, String location) {
        return new Answer(202, body, Map.of("Location", location));
    }
}
