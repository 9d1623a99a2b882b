package io.fleetorchestrator.center.http;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The OpenAPI 3.1 document of a route table. */
public final class OpenApi {

    /** The problems that every route may answer with. */
    private static final Map<Integer, String> PROBLEMS = new TreeMap<>(Map.of(
            400, "The request is invalid; the problem names the field",
            401, "Missing or invalid credentials",
            403, "The role or tenant of the caller does not allow this",
            404, "Not found",
            409, "The id is used by another request",
            413, "The body is too large",
            429, "Too many requests; retry after Retry-After",
            503, "The cluster does not respond, or its topics are still being read; retry after Retry-After"));

    private final JsonSchemas schemas = new JsonSchemas();
    private final List<Route> routes;

    private OpenApi(List<Route> routes) {
        this.routes = routes;
    }

    public static Map<String, Object> document(List<Route> routes) {
        return new OpenApi(routes).document();
    }

    private Map<String, Object> document() {
        var paths = new TreeMap<String, Object>();
        routes.forEach(
                route -> paths.merge(route.path(), JsonSchemas.object(verb(route), operation(route)), OpenApi::joined));
        return JsonSchemas.object(
                "openapi", "3.1.0",
                "info",
                        JsonSchemas.object(
                                "title", "Global Fleet Orchestrator",
                                "version", "v1",
                                "description",
                                        "Where and when workloads may run, and why. All times are UTC; the names of fields contain their units."),
                "servers", List.of(Map.of("url", "/")),
                "security", List.of(Map.of("bearer", List.of()), Map.of()),
                "paths", paths,
                "components",
                        JsonSchemas.object(
                                "schemas", schemas.collected(),
                                "securitySchemes", Map.of("bearer", Map.of("type", "http", "scheme", "bearer"))));
    }

    @SuppressWarnings("unchecked") // both are objects that this class creates
    private static Object joined(Object one, Object other) {
        ((Map<String, Object>) one).putAll((Map<String, Object>) other);
        return one;
    }

    private static String verb(Route route) {
        return route.verb().name().toLowerCase(Locale.ROOT);
    }

    private Map<String, Object> operation(Route route) {
        var operation = JsonSchemas.object(
                "operationId", id(route),
                "tags", List.of(route.tag()),
                "summary", route.summary(),
                "description", "Needs the role " + route.role().name().toLowerCase(Locale.ROOT) + ".",
                "parameters", route.params().stream().map(OpenApi::parameter).toList(),
                "responses", responses(route));
        route.body()
                .ifPresent(body -> operation.put(
                        "requestBody", JsonSchemas.object("required", true, "content", json(schemas.of(body)))));
        return operation;
    }

    private static String id(Route route) {
        var words = route.path().replaceFirst("^/api/v1/", "").replaceAll("[^a-zA-Z]+", "_");
        return verb(route) + "_" + words.replaceFirst("_$", "");
    }

    private static Map<String, Object> parameter(Param param) {
        return JsonSchemas.object(
                "name", param.name(),
                "in", param.place().name().toLowerCase(Locale.ROOT),
                "required", param.place() == Param.Place.PATH,
                "description", param.doc(),
                "schema", param.schema());
    }

    private Map<String, Object> responses(Route route) {
        var responses = JsonSchemas.object();
        route.statuses()
                .forEach(status -> responses.put(
                        status.toString(), JsonSchemas.object("description", "Success", "content", content(route))));
        PROBLEMS.forEach((status, why) -> responses.put(
                status.toString(),
                JsonSchemas.object(
                        "description",
                        why,
                        "content",
                        Map.of("application/problem+json", Map.of("schema", schemas.of(Problem.class))))));
        return responses;
    }

    private Map<String, Object> content(Route route) {
        return route.streams()
                ? Map.of("text/event-stream", Map.of("schema", Map.of("type", "string")))
                : json(schemas.of(route.answer()));
    }

    private static Map<String, Object> json(Map<String, Object> schema) {
        return Map.of("application/json", Map.of("schema", schema));
    }
}
