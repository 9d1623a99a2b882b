package io.fleetorchestrator.runtime.settings;

import java.util.List;

/** The settings cannot be used. The message names each wrong setting, its source and valid values. */
public final class SettingsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SettingsException(List<String> problems) {
        super(String.join(System.lineSeparator(), problems));
    }

    public SettingsException(String problem) {
        this(List.of(problem));
    }
}
