package io.fleetorchestrator.scheduler.stream;

/** Why a record is dead-lettered. The names are in headers of dead letters and labels of metrics. */
public enum RejectionReason {
    /** The record has no value. */
    EMPTY_REQUEST,
    /** The key or the id of the request is invalid, so that no decision can be published. */
    UNANSWERABLE_REQUEST,
    /** The forecast breaks a rule of forecasts. */
    INVALID_FORECAST,
    /** The profile breaks a rule of profiles. */
    INVALID_PROFILE
}
