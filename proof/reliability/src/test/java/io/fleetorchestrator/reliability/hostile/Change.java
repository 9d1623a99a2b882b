package io.fleetorchestrator.reliability.hostile;

import org.jspecify.annotations.Nullable;

/**
 * One invalid value for one field of a record.
 *
 * @param field the path of the field in the schema
 * @param how description of the new value
 * @param huge whether the record then has hundreds of kilobytes
 */
record Change(String field, String how, boolean huge, Operation operation) {

    /** Makes a new value from the existing one. */
    @FunctionalInterface
    interface Operation {

        @Nullable
        Object apply(@Nullable Object value);
    }

    static Change to(String how, Object value) {
        return new Change("", how, false, ignored -> value);
    }

    /** The same for a value that contains this one. */
    Change within(String outer, Operation around) {
        return new Change(outer + field, how, huge, around);
    }

    @Nullable
    Object apply(@Nullable Object value) {
        return operation.apply(value);
    }

    @Override
    public String toString() {
        return field + " " + how;
    }
}
