package io.fleetorchestrator.runtime.settings;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What stands for the value of a setting in {@code --help}: FILE, URL, DURATION. */
final class Placeholder {

    private static final Map<Class<?>, String> BY_CLASS = Map.ofEntries(
            Map.entry(boolean.class, "[true|false]"),
            Map.entry(Boolean.class, "[true|false]"),
            Map.entry(int.class, "N"),
            Map.entry(Integer.class, "N"),
            Map.entry(long.class, "N"),
            Map.entry(Long.class, "N"),
            Map.entry(double.class, "NUMBER"),
            Map.entry(Double.class, "NUMBER"),
            Map.entry(Duration.class, "DURATION"),
            Map.entry(Instant.class, "INSTANT"),
            Map.entry(Path.class, "FILE"));

    /** The names of settings say more than the type of a text or a number. */
    private static final Map<String, String> BY_SUFFIX = Map.of(
            "-url", "URL", "-dir", "DIR", "-host", "HOST", "-port", "PORT", "-servers", "HOST:PORT", "csv", "FILE");

    private Placeholder() {}

    static String of(String name, SettingType type) {
        var one = BY_SUFFIX.entrySet().stream()
                .filter(suffix -> name.endsWith(suffix.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseGet(() -> ofClass(type.valueClass()));
        return type.isList() ? one + "[," + one + "]..." : one;
    }

    private static String ofClass(Class<?> valueClass) {
        var constants = valueClass.getEnumConstants();
        return constants == null ? BY_CLASS.getOrDefault(valueClass, "TEXT") : oneOf(constants);
    }

    private static String oneOf(Object[] constants) {
        return Arrays.stream(constants)
                .map(constant ->
                        ((Enum<?>) constant).name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .collect(Collectors.joining("|"));
    }
}
