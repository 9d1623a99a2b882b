package io.fleetorchestrator.scheduler.stream;

/** Why a record is set aside instead of being taken in; the names are written on dead letters and counted. */
public enum Refusal {
    /** There is no request in the record. */
    EMPTY_REQUEST,
    /** The key or the id under which an answer would be published is not one that anybody can use. */
    UNANSWERABLE_REQUEST,
    /** The forecast breaks a rule of forecasts. */
    INVALID_FORECAST,
    /** The profile breaks a rule of profiles. */
    INVALID_PROFILE
}
