package io.fleetorchestrator.producer.regions;

/** Rejects impossible values of a region, naming the field. */
final class Require {

    private Require() {}

    static void within(String field, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw new IllegalArgumentException(field + ": " + value + " is not within " + least + ".." + most);
        }
    }

    static void named(String field, String value) {
        if (value.isBlank()) {
            throw new IllegalArgumentException(field + ": it is empty; give it a name");
        }
    }
}
