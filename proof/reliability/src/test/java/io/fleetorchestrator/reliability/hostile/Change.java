package io.fleetorchestrator.reliability.hostile;

import org.jspecify.annotations.Nullable;

/**
 * One way to make one field of a record absurd.
 *
 * @param field the path of the field in the schema
 * @param how what it becomes
 * @param huge whether the record becomes hundreds of kilobytes large
 */
record Change(String field, String how, boolean huge, Operation operation) {

    /** Makes a new value of the one that is there. */
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
