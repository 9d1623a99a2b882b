package io.fleetorchestrator.center.http;

import java.util.Map;

/** What is answered: a status, a body that is written as JSON, and headers. */
public record ApiResponse(int status, Object body, Map<String, String> headers) {

    public static ApiResponse ok(Object body) {
        return new ApiResponse(200, body, Map.of());
    }

    /** Taken, and to be found there. */
    public static ApiResponse accepted(Object body, String location) {
        return new ApiResponse(202, body, Map.of("Location", location));
    }
}
