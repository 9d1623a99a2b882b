package io.fleetorchestrator.runtime.settings;

/** How log lines look. */
public enum LogFormat {
    /** Readable text on a terminal, JSON elsewhere. */
    AUTO,
    JSON,
    TEXT
}
