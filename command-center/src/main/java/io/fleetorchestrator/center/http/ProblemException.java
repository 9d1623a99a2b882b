package io.fleetorchestrator.center.http;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A request that fails with a problem. */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final int BAD_REQUEST = 400;
    private static final int MAX_VALUE_LENGTH = 100;

    private final int status;
    private final transient List<Problem.Wrong> errors;
    private final transient Optional<Duration> retryAfter;

    private ProblemException(int status, String detail, List<Problem.Wrong> errors, Optional<Duration> retryAfter) {
        super(detail);
        this.status = status;
        this.errors = errors;
        this.retryAfter = retryAfter;
    }

    public static ProblemException of(int status, String detail) {
        return new ProblemException(status, detail, List.of(), Optional.empty());
    }

    public static ProblemException notFound(String detail) {
        return of(404, detail);
    }

    /** A request that may succeed later; the response has the header Retry-After. */
    public static ProblemException later(int status, String detail, Duration after) {
        return new ProblemException(status, detail, List.of(), Optional.of(after));
    }

    /** A field or parameter with an invalid value. */
    public static ProblemException wrong(String field, @Nullable Object value, String message) {
        var shown = value == null ? null : shortened(value.toString());
        return new ProblemException(
                BAD_REQUEST,
                field + ": " + (shown == null ? "" : "'" + shown + "' ") + message,
                List.of(new Problem.Wrong(field, shown, message)),
                Optional.empty());
    }

    private static String shortened(String value) {
        return value.length() <= MAX_VALUE_LENGTH ? value : value.substring(0, MAX_VALUE_LENGTH) + "…";
    }

    int status() {
        return status;
    }

    Optional<Duration> retryAfter() {
        return retryAfter;
    }

    Problem problem(String title, String instance) {
        return new Problem("about:blank", title, status, String.valueOf(getMessage()), instance, errors);
    }
}
