package io.fleetorchestrator.center.http;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** JSON schemas of records, collected by name. */
final class JsonSchemas {

    private final Map<String, Object> byName = new TreeMap<>();

    Map<String, Object> collected() {
        return byName;
    }

    /** The schema of a type: a reference for a record, which is collected. */
    Map<String, Object> of(Type type) {
        if (type instanceof ParameterizedType generic) {
            return generic(generic);
        }
        return of((Class<?>) type);
    }

    static boolean isNullable(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private Map<String, Object> of(Class<?> type) {
        if (type.isRecord()) {
            return record(type);
        }
        if (type.isEnum()) {
            return object("type", "string", "enum", symbols(type));
        }
        if (type == Instant.class) {
            return object("type", "string", "format", "date-time");
        }
        return object("type", primitive(type));
    }

    private static List<String> symbols(Class<?> type) {
        return Stream.of(type.getEnumConstants()).map(Object::toString).toList();
    }

    private static String primitive(Class<?> type) {
        if (type == boolean.class || type == Boolean.class) {
            return "boolean";
        }
        if (type == int.class || type == long.class || type == Integer.class || type == Long.class) {
            return "integer";
        }
        return type == String.class ? "string" : "number";
    }

    private Map<String, Object> generic(ParameterizedType type) {
        var arguments = type.getActualTypeArguments();
        return type.getRawType() == List.class
                ? object("type", "array", "items", of(arguments[0]))
                : object("type", "object", "additionalProperties", of(arguments[1]));
    }

    private Map<String, Object> record(Class<?> type) {
        var name = name(type);
        if (!byName.containsKey(name)) {
            byName.put(name, Map.of()); // reserves the name, for records that contain themselves
            byName.put(name, described(type));
        }
        return object("$ref", "#/components/schemas/" + name);
    }

    /** Includes the enclosing names, because the Hour of a decision is not that of a forecast. */
    private static String name(Class<?> type) {
        return type.getName().substring(type.getPackageName().length() + 1).replace("$", "");
    }

    private Map<String, Object> described(Class<?> type) {
        var fields = new LinkedHashMap<String, Object>();
        for (var component : type.getRecordComponents()) {
            fields.put(component.getName(), field(component));
        }
        var required = Arrays.stream(type.getRecordComponents())
                .filter(component -> !isNullable(component))
                .map(RecordComponent::getName)
                .toList();
        return object("type", "object", "properties", fields, "required", required, "additionalProperties", false);
    }

    private Map<String, Object> field(RecordComponent component) {
        var schema = of(component.getGenericType());
        var rule = component.getAnnotation(Field.class);
        if (rule != null) {
            describe(schema, rule);
        }
        return isNullable(component) ? object("oneOf", List.of(schema, object("type", "null"))) : schema;
    }

    private static void describe(Map<String, Object> schema, Field rule) {
        if (!rule.doc().isEmpty()) {
            schema.put("description", rule.doc());
        }
        if (Double.isFinite(rule.min())) {
            schema.put("minimum", rule.min());
        }
        if (Double.isFinite(rule.max())) {
            schema.put("maximum", rule.max());
        }
        if (rule.maxLength() != Integer.MAX_VALUE) {
            schema.put("array".equals(schema.get("type")) ? "maxItems" : "maxLength", rule.maxLength());
        }
        if (!rule.pattern().isEmpty() && "string".equals(schema.get("type"))) {
            schema.put("pattern", "^(?:" + rule.pattern() + ")$");
        }
    }

    /** A mutable JSON object of alternating names and values, in that order. */
    static Map<String, Object> object(Object... namesAndValues) {
        var object = new LinkedHashMap<String, Object>();
        for (int at = 0; at < namesAndValues.length; at += 2) {
            object.put(namesAndValues[at].toString(), namesAndValues[at + 1]);
        }
        return object;
    }
}
