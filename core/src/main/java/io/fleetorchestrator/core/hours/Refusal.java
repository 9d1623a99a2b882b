package io.fleetorchestrator.core.hours;

/** Why a reading is set aside instead of being used; the names are written on dead letters and counted. */
public enum Refusal {
    /** There is no reading in the record. */
    EMPTY,
    /** The record's key is not the region of the reading. */
    KEY_MISMATCH,
    /** Stamped ahead of the wall clock by more than is tolerated: it would close hours that are not over. */
    FUTURE,
    /** A figure that is not a number, or infinite. */
    NOT_FINITE,
    /** A figure that cannot be, physically. */
    OUT_OF_RANGE,
    /** Its hour has closed. */
    LATE
}
