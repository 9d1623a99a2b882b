package io.fleetorchestrator.center.http;

import java.util.Map;

/** A response: status, body (written as JSON) and headers. */
public record ApiResponse(int status, Object body, Map<String, String> headers) {

    public static ApiResponse ok(Object body) {
        return new ApiResponse(200, body, Map.of());
    }

    /** Accepted; the result will be at this location. */
    public static ApiResponse accepted(Object body, String location) {
        return new ApiResponse(202, body, Map.of("Location", location));
    }
}
