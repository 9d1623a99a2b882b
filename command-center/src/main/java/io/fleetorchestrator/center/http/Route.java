package io.fleetorchestrator.center.http;

import io.fleetorchestrator.center.security.Role;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * One route. Router and OpenAPI document are both made from it.
 *
 * @param endpoint empty for the stream of events
 */
public record Route(
        Verb verb,
        String path,
        String tag,
        String summary,
        Role role,
        List<Param> params,
        Optional<Class<?>> body,
        Class<?> answer,
        Set<Integer> statuses,
        Optional<Endpoint> endpoint) {

    /** The HTTP method. */
    public enum Verb {
        GET,
        POST,
        DELETE
    }

    /** Answers a request. */
    @FunctionalInterface
    public interface Endpoint {
        ApiResponse answer(ApiRequest call) throws InterruptedException;
    }

    /** A route that reads. */
    public static Route get(String path, String tag, String summary, Class<?> answer, Endpoint endpoint) {
        return reading(path, tag, summary, answer, Optional.of(endpoint));
    }

    /** A route whose response is the stream of events instead of a body. */
    public static Route events(String path, String tag, String summary) {
        return reading(path, tag, summary, String.class, Optional.empty());
    }

    private static Route reading(
            String path, String tag, String summary, Class<?> answer, Optional<Endpoint> endpoint) {
        return new Route(
                Verb.GET, path, tag, summary, Role.VIEWER, List.of(), Optional.empty(), answer, Set.of(200), endpoint);
    }

    /** A route that takes a body. */
    public static Route post(
            String path, String tag, String summary, Class<?> body, Class<?> answer, Endpoint endpoint) {
        return new Route(
                Verb.POST,
                path,
                tag,
                summary,
                Role.VIEWER,
                List.of(),
                Optional.of(body),
                answer,
                Set.of(200),
                Optional.of(endpoint));
    }

    public static Route delete(String path, String tag, String summary, Class<?> answer, Endpoint endpoint) {
        return new Route(
                Verb.DELETE,
                path,
                tag,
                summary,
                Role.SUBMITTER,
                List.of(),
                Optional.empty(),
                answer,
                Set.of(200),
                Optional.of(endpoint));
    }

    public Route with(Param... more) {
        return new Route(verb, path, tag, summary, role, List.of(more), body, answer, statuses, endpoint);
    }

    public Route needs(Role needed) {
        return new Route(verb, path, tag, summary, needed, params, body, answer, statuses, endpoint);
    }

    /** Adds a status that the route may answer with. */
    public Route orStatus(int status) {
        var all = new TreeSet<>(statuses);
        all.add(status);
        return new Route(verb, path, tag, summary, role, params, body, answer, all, endpoint);
    }

    boolean streams() {
        return endpoint.isEmpty();
    }
}
