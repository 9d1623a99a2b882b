package io.fleetorchestrator.center.http;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a field means and may hold: read by the OpenAPI document, and by the check of what is sent. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Field {

    String doc() default "";

    double min() default Double.NEGATIVE_INFINITY;

    double max() default Double.POSITIVE_INFINITY;

    /** Longest text, or most entries of a list. */
    int maxLength() default Integer.MAX_VALUE;

    /** A pattern the whole text must match. */
    String pattern() default "";
}
