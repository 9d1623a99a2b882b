package io.fleetorchestrator.center.http;

import java.util.List;
import java.util.Map;

/** A parameter of a route. */
public record Param(String name, Place place, Kind kind, String doc, List<String> symbols) {

    /** Its place in the request. */
    public enum Place {
        PATH,
        QUERY,
        HEADER
    }

    /** The type of its value. */
    public enum Kind {
        TEXT,
        INTEGER,
        INSTANT,
        DURATION,
        FLAG
    }

    public static Param path(String name, String doc) {
        return new Param(name, Place.PATH, Kind.TEXT, doc, List.of());
    }

    public static Param query(String name, Kind kind, String doc) {
        return new Param(name, Place.QUERY, kind, doc, List.of());
    }

    public static Param header(String name, String doc) {
        return new Param(name, Place.HEADER, Kind.TEXT, doc, List.of());
    }

    /** A query parameter with one of the values of an enum. */
    public static Param oneOf(String name, Class<? extends Enum<?>> values, String doc) {
        var symbols =
                List.of(values.getEnumConstants()).stream().map(Enum::name).toList();
        return new Param(name, Place.QUERY, Kind.TEXT, doc, symbols);
    }

    Map<String, Object> schema() {
        return switch (kind) {
            case TEXT ->
                symbols.isEmpty()
                        ? JsonSchemas.object("type", "string")
                        : JsonSchemas.object("type", "string", "enum", symbols);
            case INTEGER -> JsonSchemas.object("type", "integer");
            case INSTANT -> JsonSchemas.object("type", "string", "format", "date-time");
            case DURATION -> JsonSchemas.object("type", "string", "format", "duration");
            case FLAG -> JsonSchemas.object("type", "boolean");
        };
    }
}
