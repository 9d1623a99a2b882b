package io.fleetorchestrator.runtime.settings;

/** The lowest level of our own log lines. */
public enum LogLevel {
    ERROR,
    WARN,
    INFO,
    DEBUG,
    TRACE
}
