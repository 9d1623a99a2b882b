package io.fleetorchestrator.runtime.settings;

import java.util.List;

/** The settings as given cannot be used; the message says which ones, where they came from and what would work. */
public final class SettingsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SettingsException(List<String> problems) {
        super(String.join(System.lineSeparator(), problems));
    }

    public SettingsException(String problem) {
        this(List.of(problem));
    }
}
