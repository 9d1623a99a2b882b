package io.fleetorchestrator.core.hours;

/** Why a reading is dead-lettered. The names are in headers of dead letters and labels of metrics. */
public enum RejectionReason {
    /** The record has no value. */
    EMPTY,
    /** The record's key is not the region of the reading. */
    KEY_MISMATCH,
    /** Ahead of the wall clock by more than the tolerance: it would close hours too early. */
    FUTURE,
    /** The name of the region or fleet is blank, too long, or has control characters. */
    NOT_A_NAME,

    /** A value is NaN or infinite. */
    NOT_FINITE,
    /** A value is physically impossible, or the time is too far in the past. */
    OUT_OF_RANGE,
    /** Its hour has closed. */
    LATE
}
