package io.fleetorchestrator.center.http;

import io.fleetorchestrator.center.security.Caller;
import io.javalin.http.Context;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** One request to a route, with typed access to its parameters and body. */
public final class ApiRequest {

    private static final int MAX_PARAM = 1_000;

    private final Context context;
    private final Route route;
    private final Caller caller;
    private final Json json;

    ApiRequest(Context context, Route route, Caller caller, Json json) {
        this.context = context;
        this.route = route;
        this.caller = caller;
        this.json = json;
        refuseUnknown();
    }

    public Caller caller() {
        return caller;
    }

    public String address() {
        return context.req().getRemoteAddr();
    }

    public String path(String name) {
        return context.pathParam(name);
    }

    public Optional<String> text(String name) {
        return Optional.ofNullable(context.queryParam(name)).filter(value -> !value.isEmpty());
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(context.header(name));
    }

    public Optional<Instant> instant(String name) {
        return text(name)
                .map(value ->
                        parsed(name, value, Instant::parse, "is not an instant; write it like 2026-01-31T12:00:00Z"));
    }

    public Optional<Duration> duration(String name, Duration most) {
        var duration =
                text(name).map(value -> parsed(name, value, Duration::parse, "is not a duration; write it like PT5S"));
        if (duration.isPresent()
                && (duration.get().isNegative() || duration.get().compareTo(most) > 0)) {
            throw ProblemException.wrong(name, duration.get(), "is not within PT0S to " + most);
        }
        return duration;
    }

    public boolean flag(String name) {
        return text(name)
                .map(value -> parsed(name, value, ApiRequest::flagOf, "is neither true nor false"))
                .orElse(false);
    }

    public <E extends Enum<E>> Optional<E> oneOf(String name, Class<E> type) {
        return text(name)
                .map(value -> parsed(
                        name,
                        value,
                        symbol -> Enum.valueOf(type, symbol),
                        "is not one of " + Set.of(type.getEnumConstants())));
    }

    public int integer(String name, int otherwise, int least, int most) {
        int value = text(name)
                .map(text -> parsed(name, text, Integer::valueOf, "is not a whole number"))
                .orElse(otherwise);
        if (value < least || value > most) {
            throw ProblemException.wrong(name, value, "is not within " + least + " to " + most);
        }
        return value;
    }

    public <T> T body(Class<T> type) {
        return json.read(context.bodyAsBytes(), type);
    }

    /** A misspelt parameter must not be ignored as if it were absent. */
    private void refuseUnknown() {
        var known = route.params().stream().map(Param::name).collect(Collectors.toSet());
        context.queryParamMap().forEach((name, values) -> {
            if (!known.contains(name)) {
                throw ProblemException.wrong(
                        name, null, "is not a parameter of this route; its parameters are " + known);
            }
            if (values.size() > 1 || values.stream().anyMatch(value -> value.length() > MAX_PARAM)) {
                throw ProblemException.wrong(name, null, "is given twice, or longer than " + MAX_PARAM + " characters");
            }
        });
    }

    private static boolean flagOf(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(text);
        };
    }

    private static <T> T parsed(String name, String value, Function<String, T> parser, String otherwise) {
        try {
            return parser.apply(value);
        } catch (DateTimeException | IllegalArgumentException | ArithmeticException e) {
            throw ProblemException.wrong(name, value, otherwise);
        }
    }
}
