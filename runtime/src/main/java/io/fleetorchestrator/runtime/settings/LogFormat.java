package io.fleetorchestrator.runtime.settings;

/** The format of log lines. */
public enum LogFormat {
    /** Readable text on a terminal, JSON elsewhere. */
    AUTO,
    JSON,
    TEXT
}
