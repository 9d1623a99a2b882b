package io.fleetorchestrator.runtime.settings;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** Reads a Java properties file: {@code name=value}, {@code kafka.key=value} and {@code kafka-file.key=path}. */
final class ConfigFile {

    private static final String KAFKA_PREFIX = "kafka.";
    private static final String KAFKA_FILE_PREFIX = "kafka-file.";

    private ConfigFile() {}

    static ConfigSource read(SettingValue path) {
        var layer = ConfigSource.empty();
        var properties = load(path);
        properties.stringPropertyNames().forEach(key -> {
            var given = new SettingValue(properties.getProperty(key), key + " in " + path.text());
            take(layer, key, given);
        });
        return layer;
    }

    private static void take(ConfigSource layer, String key, SettingValue given) {
        if (key.startsWith(KAFKA_PREFIX)) {
            layer.kafka(key.substring(KAFKA_PREFIX.length()), given);
        } else if (key.startsWith(KAFKA_FILE_PREFIX)) {
            layer.kafka(key.substring(KAFKA_FILE_PREFIX.length()), SecretFiles.read(given.text(), given.origin()));
        } else {
            layer.setting(key, given);
        }
    }

    private static Properties load(SettingValue path) {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(Path.of(path.text()), StandardCharsets.UTF_8)) {
            properties.load(reader);
            return properties;
        } catch (IOException | IllegalArgumentException e) {
            throw new SettingsException(path.origin() + ": cannot read '" + path.text() + "' (" + e + ")");
        }
    }
}
