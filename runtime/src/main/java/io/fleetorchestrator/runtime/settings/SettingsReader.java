package io.fleetorchestrator.runtime.settings;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Checks the given settings against those that a record declares, and creates the record. Reports all problems at once. */
final class SettingsReader<X extends Record> {

    /** Settings of every service that are handled here. */
    private static final Set<String> BUILT_IN = Set.of(Flags.CONFIG, Flags.PRINT_CONFIG, Flags.HELP);

    private final Class<X> type;
    private final List<SettingSpec> specs;
    private final Set<String> siblingNames;
    private final List<String> problems = new ArrayList<>();

    SettingsReader(Class<X> type, List<Class<? extends Record>> siblings) {
        this.type = type;
        this.specs = SettingSpec.of(type);
        this.siblingNames = siblings.stream()
                .flatMap(sibling -> SettingSpec.of(sibling).stream())
                .map(SettingSpec::name)
                .filter(name -> !names().contains(name))
                .collect(Collectors.toSet());
    }

    LoadedSettings<X> read(ConfigSource shared, ConfigSource flags) {
        var given = shared.without(siblingNames).under(flags);
        refuseUnknown(given);
        refuseReserved(given);
        var values = values(given);
        throwIfAny();
        var value = SettingsRecordFactory.make(type, values);
        return new LoadedSettings<>(value, texts(given.kafka()), describe(given), isOn(given, Flags.PRINT_CONFIG));
    }

    private void refuseUnknown(ConfigSource given) {
        var valid = new HashSet<>(names());
        valid.addAll(BUILT_IN);
        given.own().forEach((name, text) -> {
            if (!valid.contains(name)) {
                var hint = NearestName.of(name, valid)
                        .map(nearest -> "; did you mean " + nearest + "?")
                        .orElse("; --help lists the settings");
                problems.add(text.origin() + ": there is no setting '" + name + "'" + hint);
            }
        });
    }

    private void refuseReserved(ConfigSource given) {
        given.kafka()
                .forEach((key, text) -> ReservedKafkaKeys.objection(key)
                        .ifPresent(why ->
                                problems.add(text.origin() + ": '" + key + "' cannot be passed through: " + why)));
    }

    private Map<String, Object> values(ConfigSource given) {
        var values = new TreeMap<String, Object>();
        for (var spec : specs) {
            effective(spec, given)
                    .ifPresentOrElse(
                            text -> value(spec, text).ifPresent(value -> values.put(spec.name(), value)),
                            () -> problems.add(spec.flag() + " is required: " + spec.doc()));
        }
        return values;
    }

    private Optional<Object> value(SettingSpec spec, SettingValue text) {
        try {
            return Optional.of(spec.type().read(text.text()));
        } catch (SettingType.BadValue e) {
            problems.add(text.origin() + ": " + e.getMessage());
            return Optional.empty();
        }
    }

    private static Optional<SettingValue> effective(SettingSpec spec, ConfigSource given) {
        return Optional.ofNullable(given.own().get(spec.name()))
                .or(() -> spec.defaultText().map(SettingValue::byDefault));
    }

    private String describe(ConfigSource given) {
        var lines = new ArrayList<String>();
        for (var spec : specs) {
            effective(spec, given).ifPresent(text -> lines.add(line(spec.name(), text)));
        }
        given.kafka().forEach((key, text) -> lines.add(line("kafka." + key, text)));
        return String.join(System.lineSeparator(), lines);
    }

    private static String line(String key, SettingValue given) {
        return "%s=%s  # %s".formatted(key, Secrets.masked(key, given.text()), given.origin());
    }

    private static Map<String, String> texts(Map<String, SettingValue> given) {
        return given.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().text()));
    }

    private static boolean isOn(ConfigSource given, String name) {
        return Optional.ofNullable(given.own().get(name))
                .map(SettingValue::text)
                .filter("true"::equals)
                .isPresent();
    }

    private Set<String> names() {
        return specs.stream().map(SettingSpec::name).collect(Collectors.toSet());
    }

    private void throwIfAny() {
        if (!problems.isEmpty()) {
            throw new SettingsException(problems);
        }
    }
}
