package io.fleetorchestrator.core.hours;

/** Why a reading is set aside instead of being used; the names are written on dead letters and counted. */
public enum RejectionReason {
    /** There is no reading in the record. */
    EMPTY,
    /** The record's key is not the region of the reading. */
    KEY_MISMATCH,
    /** Stamped ahead of the wall clock by more than is tolerated: it would close hours that are not over. */
    FUTURE,
    /** A region or fleet that nothing can be called: blank, too long, or with control characters. */
    NOT_A_NAME,

    /** A figure that is not a number, or infinite. */
    NOT_FINITE,
    /** A figure that cannot be, physically, or a time before there were regions. */
    OUT_OF_RANGE,
    /** Its hour has closed. */
    LATE
}
