package io.fleetorchestrator.runtime.settings;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** Creates a settings record, and the records nested in it, from values by setting name. */
final class SettingsRecordFactory {

    private SettingsRecordFactory() {}

    static <X> X make(Class<X> record, Map<String, Object> values) {
        var components = record.getRecordComponents();
        var parts = Arrays.stream(components)
                .map(component -> part(component, values))
                .toArray();
        var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            var constructor = record.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(parts);
        } catch (InvocationTargetException e) {
            throw refusedByRecord(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot make " + record, e);
        }
    }

    private static Object part(RecordComponent component, Map<String, Object> values) {
        return SettingSpec.isSetting(component)
                ? Optional.ofNullable(values.get(SettingSpec.name(component))).orElseThrow()
                : make(component.getType(), values);
    }

    /** Records check in their constructors what cannot be checked for one value alone. */
    private static RuntimeException refusedByRecord(InvocationTargetException e) {
        return e.getCause() instanceof IllegalArgumentException refusal
                ? new SettingsException(String.valueOf(refusal.getMessage()))
                : new IllegalStateException(e);
    }
}
