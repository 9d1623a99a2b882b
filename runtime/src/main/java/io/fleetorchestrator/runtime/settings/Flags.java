package io.fleetorchestrator.runtime.settings;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Optional;

/** Reads {@code --name value}, {@code --name=value}, {@code --kafka key=value} and {@code --kafka-file key=path}. */
final class Flags {

    static final String CONFIG = "config";
    static final String HELP = "help";
    static final String PRINT_CONFIG = "print-config";

    private static final String DASHES = "--";
    private static final String KAFKA = "kafka";
    private static final String KAFKA_FILE = "kafka-file";

    private final ConfigSource layer = ConfigSource.empty();
    private final Deque<String> words;

    private Flags(String[] args) {
        this.words = new ArrayDeque<>(Arrays.asList(args));
    }

    static ConfigSource read(String[] args) {
        var flags = new Flags(args);
        while (!flags.words.isEmpty()) {
            flags.next(flags.words.remove());
        }
        return flags.layer;
    }

    private void next(String word) {
        if (!word.startsWith(DASHES)) {
            throw new SettingsException("'" + word + "' is not expected here; write settings as --name value");
        }
        var equals = word.indexOf('=');
        var flag = equals < 0 ? word : word.substring(0, equals);
        var value = equals < 0 ? following() : word.substring(equals + 1);
        take(flag, value);
    }

    /** A flag without a value means true. */
    private String following() {
        return Optional.ofNullable(words.peek())
                .filter(word -> !word.startsWith(DASHES))
                .map(word -> words.remove())
                .orElse("true");
    }

    private void take(String flag, String value) {
        var name = flag.substring(DASHES.length());
        switch (name) {
            case KAFKA -> {
                var pair = pair(flag, value);
                layer.kafka(pair[0], new SettingValue(pair[1], flag + " " + pair[0]));
            }
            case KAFKA_FILE -> {
                var pair = pair(flag, value);
                layer.kafka(pair[0], SecretFiles.read(pair[1], flag + " " + pair[0]));
            }
            default -> layer.setting(name, new SettingValue(value, flag));
        }
    }

    private static String[] pair(String flag, String value) {
        var pair = value.split("=", 2);
        if (pair.length != 2) {
            throw new SettingsException(flag + ": '" + value + "' has no value; write it as " + flag + " key=value");
        }
        return pair;
    }
}
