package io.fleetorchestrator.runtime.settings;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Makes a record component a setting, named after the component in kebab-case. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Setting {

    /** What the setting is for, as one sentence without a full stop. */
    String doc();

    /** The default value. A setting without one is required unless it is Optional or a List. */
    String[] defaultValue() default {};
}
