package io.fleetorchestrator.runtime.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads values from files, as Docker and Kubernetes mount secrets. */
final class SecretFiles {

    private SecretFiles() {}

    /** The file's content without the line end that editors add. */
    static SettingValue read(String path, String origin) {
        try {
            return new SettingValue(Files.readString(Path.of(path)).stripTrailing(), origin);
        } catch (IOException e) {
            throw new SettingsException(origin + ": cannot read the file '" + path + "' (" + e + ")");
        }
    }
}
