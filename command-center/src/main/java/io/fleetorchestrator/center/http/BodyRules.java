package io.fleetorchestrator.center.http;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Validates a body against its {@link Field}s. */
final class BodyRules {

    private BodyRules() {}

    static <T> T checked(@Nullable T body) {
        if (body == null) {
            throw ProblemException.of(400, "the body is null; send a JSON object");
        }
        check("", body);
        return body;
    }

    private static void check(String path, Object holder) {
        for (var component : holder.getClass().getRecordComponents()) {
            check(path + component.getName(), component, value(component, holder));
        }
    }

    private static void check(String path, RecordComponent component, @Nullable Object value) {
        if (value == null) {
            if (!JsonSchemas.isNullable(component)) {
                throw ProblemException.wrong(path, null, "is missing");
            }
            return;
        }
        var rule = component.getAnnotation(Field.class);
        if (rule != null) {
            checkRule(path, rule, value);
        }
        if (value instanceof Record nested) {
            check(path + ".", nested);
        }
    }

    private static void checkRule(String path, Field rule, Object value) {
        if (value instanceof Number number) {
            number(path, rule, number.doubleValue());
        } else if (value instanceof String text) {
            text(path, rule, text);
        } else if (value instanceof List<?> list) {
            list(path, rule, list);
        }
    }

    private static void number(String path, Field rule, double number) {
        // Negated, so that NaN fails, too.
        if (!(number >= rule.min() && number <= rule.max())) {
            throw ProblemException.wrong(path, number, "is not within " + rule.min() + " to " + rule.max());
        }
    }

    private static void text(String path, Field rule, String text) {
        if (text.length() > rule.maxLength()) {
            throw ProblemException.wrong(path, text, "is longer than " + rule.maxLength() + " characters");
        }
        if (!rule.pattern().isEmpty() && !text.matches(rule.pattern())) {
            throw ProblemException.wrong(path, text, "does not match " + rule.pattern());
        }
    }

    private static void list(String path, Field rule, List<?> list) {
        if (list.size() > rule.maxLength()) {
            throw ProblemException.wrong(path, list.size(), "is more than " + rule.maxLength() + " entries");
        }
        for (int at = 0; at < list.size(); at++) {
            var entry = list.get(at);
            if (entry == null) {
                throw ProblemException.wrong(path + "[" + at + "]", null, "is null");
            }
            if (entry instanceof String text) {
                text(path + "[" + at + "]", rule, text);
            }
        }
    }

    private static @Nullable Object value(RecordComponent component, Object holder) {
        try {
            return component.getAccessor().invoke(holder);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(component + " cannot be read", e);
        }
    }
}
