package io.fleetorchestrator.runtime.settings;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One setting as declared on a record component. */
record SettingSpec(String name, SettingType type, String doc, Optional<String> defaultText) {

    /** The settings of a record in the order of declaration, including those of nested records. */
    static List<SettingSpec> of(Class<?> record) {
        var specs = new ArrayList<SettingSpec>();
        for (var component : record.getRecordComponents()) {
            if (isSetting(component)) {
                specs.add(of(component));
            } else {
                specs.addAll(of(component.getType()));
            }
        }
        return specs;
    }

    static boolean isSetting(RecordComponent component) {
        return component.isAnnotationPresent(Setting.class)
                || !component.getType().isRecord();
    }

    static String name(RecordComponent component) {
        return component.getName().replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    String flag() {
        return "--" + name;
    }

    String variable() {
        return Environment.variable(name);
    }

    boolean isRequired() {
        return defaultText.isEmpty();
    }

    private static SettingSpec of(RecordComponent component) {
        var setting = Optional.ofNullable(component.getAnnotation(Setting.class))
                .orElseThrow(() -> new IllegalStateException(component + " has no @Setting"));
        var type = SettingType.of(component.getGenericType());
        var nothing = type.isOptional() || type.isList() ? Optional.of("") : Optional.<String>empty();
        var defaultText = Arrays.stream(setting.defaultValue()).findFirst().or(() -> nothing);
        return new SettingSpec(name(component), type, setting.doc(), defaultText);
    }
}
