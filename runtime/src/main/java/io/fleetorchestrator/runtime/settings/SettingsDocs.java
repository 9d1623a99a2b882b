package io.fleetorchestrator.runtime.settings;

import io.fleetorchestrator.runtime.text.Durations;
import java.util.List;
import java.util.stream.Collectors;

/** Describes the settings of a service from their annotations, for the terminal and for the docs. */
public final class SettingsDocs {

    private SettingsDocs() {}

    /** A Markdown table of all settings, without those of the others. */
    public static String markdown(Class<? extends Record> type, List<Class<? extends Record>> others) {
        var elsewhere = others.stream()
                .flatMap(other -> SettingSpec.of(other).stream())
                .map(SettingSpec::name)
                .collect(Collectors.toSet());
        return SettingSpec.of(type).stream()
                .filter(spec -> !elsewhere.contains(spec.name()))
                .map(SettingsDocs::row)
                .collect(Collectors.joining(
                        "\n", "| setting | variable | type | default | what it does |\n|---|---|---|---|---|\n", "\n"));
    }

    /** What {@code --help} prints. */
    public static String help(String service, Class<? extends Record> type) {
        return """
                Usage: %s [OPTIONS]

                Options (each is also read from FLEET_NAME in the environment, and from name=value in the --config file):
                %s
                Options of every service:
                  --config FILE
                      Read settings from a Java properties file
                  --kafka KEY=VALUE
                      Pass a property to the Kafka clients, Kafka Streams or the registry client
                      (FLEET_KAFKA_KEY_NAME in the environment, kafka.KEY in the file)
                  --kafka-file KEY=FILE
                      The same, with the value in a file (FLEET_KAFKA_KEY_NAME_FILE, kafka-file.KEY)
                  --print-config
                      Print the effective settings with their sources and exit
                  --help
                      Show this help and exit

                Durations are written as %s, or as ISO 8601 (PT18H).
                """.formatted(
                        service,
                        SettingSpec.of(type).stream().map(SettingsDocs::entry).collect(Collectors.joining()),
                        Durations.EXAMPLES);
    }

    private static String row(SettingSpec spec) {
        return "| `%s` | `%s` | %s | %s | %s |"
                .formatted(spec.flag(), spec.variable(), spec.type().label(), defaultCell(spec), escaped(spec.doc()));
    }

    private static String defaultCell(SettingSpec spec) {
        return spec.defaultText()
                .map(text -> text.isEmpty() ? "–" : "`" + escaped(text) + "`")
                .orElse("required");
    }

    private static String entry(SettingSpec spec) {
        var byDefault = spec.defaultText()
                .map(text -> text.isEmpty() ? "" : " [" + text + "]")
                .orElse(" (required)");
        return "  %s %s%s%n      %s%n"
                .formatted(spec.flag(), Placeholder.of(spec.name(), spec.type()), byDefault, spec.doc());
    }

    private static String escaped(String text) {
        return text.replace("|", "\\|");
    }
}
