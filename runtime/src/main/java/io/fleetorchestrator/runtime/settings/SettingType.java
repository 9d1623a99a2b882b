package io.fleetorchestrator.runtime.settings;

import io.fleetorchestrator.runtime.text.Durations;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Converts text to the type of a record component. */
final class SettingType {

    private static final Map<Class<?>, Reader> READERS = Map.of(
            String.class, new Reader("text", "text", text -> text),
            boolean.class, new Reader("a boolean", "true or false", SettingType::readBoolean),
            int.class, new Reader("a whole number", "42", Integer::valueOf),
            long.class, new Reader("a whole number", "42", Long::valueOf),
            double.class, new Reader("a number", "0.05", SettingType::readFinite),
            Duration.class, new Reader("a duration", Durations.EXAMPLES, Durations::parse),
            Instant.class, new Reader("a point in time", "2026-01-31T12:00:00Z", Instant::parse),
            Path.class, new Reader("a path", "/var/lib/fleet", Path::of));

    private static final Map<Class<?>, Class<?>> PRIMITIVES = Map.of(
            Boolean.class, boolean.class, Integer.class, int.class, Long.class, long.class, Double.class, double.class);

    private final Type type;

    private SettingType(Type type) {
        this.type = type;
    }

    static SettingType of(Type type) {
        return new SettingType(type);
    }

    boolean isOptional() {
        return raw() == Optional.class;
    }

    boolean isList() {
        return raw() == List.class;
    }

    /** The class of the value, or of each of its values. */
    Class<?> valueClass() {
        return type instanceof ParameterizedType generic ? argument(generic).valueClass() : raw();
    }

    /** The name of the type in docs. */
    String label() {
        return type instanceof ParameterizedType generic
                ? raw().getSimpleName() + " of " + argument(generic).label()
                : enumConstants().map(SettingType::oneOf).orElseGet(() -> raw().getSimpleName());
    }

    /** The value; throws a {@link BadValue} with an example if the text is not one. */
    Object read(String text) {
        if (type instanceof ParameterizedType generic) {
            return isList() ? readList(text, argument(generic)) : readOptional(text, argument(generic));
        }
        return enumConstants()
                .map(constants -> (Object) readEnum(text, constants))
                .orElseGet(() -> readScalar(text));
    }

    private Object readScalar(String text) {
        var reader = Optional.ofNullable(READERS.get(PRIMITIVES.getOrDefault(raw(), raw())))
                .orElseThrow(() -> new IllegalStateException("settings cannot be of type " + type));
        try {
            return reader.read.apply(text.strip());
        } catch (RuntimeException e) {
            throw new BadValue("'" + text + "' is not " + reader.noun + "; write it like " + reader.example);
        }
    }

    private static Optional<Object> readOptional(String text, SettingType element) {
        return text.isBlank() ? Optional.empty() : Optional.of(element.read(text));
    }

    private static List<Object> readList(String text, SettingType element) {
        return Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .map(element::read)
                .toList();
    }

    private static Enum<?> readEnum(String text, List<Enum<?>> constants) {
        var wanted = text.strip().replace('-', '_');
        return constants.stream()
                .filter(constant -> constant.name().equalsIgnoreCase(wanted))
                .findFirst()
                .orElseThrow(() -> new BadValue("'" + text + "' is not one of " + oneOf(constants)));
    }

    private static boolean readBoolean(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(text);
        };
    }

    private static double readFinite(String text) {
        var number = Double.parseDouble(text);
        if (!Double.isFinite(number)) {
            throw new IllegalArgumentException(text);
        }
        return number;
    }

    private static String oneOf(List<Enum<?>> constants) {
        return constants.stream()
                .map(constant -> constant.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .collect(Collectors.joining(", "));
    }

    private Optional<List<Enum<?>>> enumConstants() {
        return Optional.ofNullable(raw().getEnumConstants())
                .map(constants ->
                        Arrays.stream(constants).<Enum<?>>map(Enum.class::cast).toList());
    }

    private static SettingType argument(ParameterizedType generic) {
        return new SettingType(generic.getActualTypeArguments()[0]);
    }

    private Class<?> raw() {
        return (Class<?>) (type instanceof ParameterizedType generic ? generic.getRawType() : type);
    }

    private record Reader(String noun, String example, Function<String, Object> read) {}

    /** The text is not a value of the type. */
    static final class BadValue extends RuntimeException {

        private static final long serialVersionUID = 1L;

        BadValue(String message) {
            super(message);
        }
    }
}
