package io.fleetorchestrator.runtime.settings;

/** From which level up our own log lines are written. */
public enum LogLevel {
    ERROR,
    WARN,
    INFO,
    DEBUG,
    TRACE
}
