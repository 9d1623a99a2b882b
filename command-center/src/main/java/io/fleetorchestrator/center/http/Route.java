package io.fleetorchestrator.center.http;

import io.fleetorchestrator.center.security.Role;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** One route: router and OpenAPI document are both made from it. */
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
        Endpoint endpoint) {

    /** What is done to the resource. */
    public enum Verb {
        GET,
        POST,
        DELETE
    }

    /** Answers a call. */
    @FunctionalInterface
    public interface Endpoint {
        ApiResponse answer(ApiRequest call) throws InterruptedException;
    }

    /** Something to look at. */
    public static Route get(String path, String tag, String summary, Class<?> answer, Endpoint endpoint) {
        return new Route(
                Verb.GET, path, tag, summary, Role.VIEWER, List.of(), Optional.empty(), answer, Set.of(200), endpoint);
    }

    /** Something to be worked out from a body. */
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
                endpoint);
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
                endpoint);
    }

    public Route with(Param... more) {
        return new Route(verb, path, tag, summary, role, List.of(more), body, answer, statuses, endpoint);
    }

    public Route needs(Role needed) {
        return new Route(verb, path, tag, summary, needed, params, body, answer, statuses, endpoint);
    }

    /** It may also answer with this status. */
    public Route orStatus(int status) {
        var all = new TreeSet<>(statuses);
        all.add(status);
        return new Route(verb, path, tag, summary, role, params, body, answer, all, endpoint);
    }

    boolean streams() {
        return answer == EventFeed.class;
    }

    /** Stands for an answer that is a stream of events instead of a body. */
    public record EventFeed() {}
}
