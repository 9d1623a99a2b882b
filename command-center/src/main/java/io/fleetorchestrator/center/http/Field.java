package io.fleetorchestrator.center.http;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Documentation and constraints of a field, for the OpenAPI document and for the validation of bodies. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Field {

    String doc() default "";

    double min() default Double.NEGATIVE_INFINITY;

    double max() default Double.POSITIVE_INFINITY;

    /** Maximum length of a text, or number of entries of a list. */
    int maxLength() default Integer.MAX_VALUE;

    /** A pattern that the whole text must match. */
    String pattern() default "";
}
