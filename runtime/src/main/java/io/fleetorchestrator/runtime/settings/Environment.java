package io.fleetorchestrator.runtime.settings;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;

/** Reads {@code FLEET_NAME}, {@code FLEET_KAFKA_KEY} and {@code FLEET_KAFKA_KEY_FILE}. */
final class Environment {

    private static final String PREFIX = "FLEET_";
    private static final String KAFKA_PREFIX = "FLEET_KAFKA_";
    private static final String FILE_SUFFIX = "_FILE";
    private static final String SERVICE_LINK = "_SERVICE_HOST";

    /** Read by the launcher script and by the command, not by a service. */
    private static final Set<String> LAUNCHER = Set.of("FLEET_JAVA_OPTS", "FLEET_HOME", "FLEET_CONTEXT");

    /** Some of Kafka's own properties are paths of files, and have names that end in "file". */
    private static final Set<String> CLIENT_KEYS = ConsumerConfig.configNames();

    private Environment() {}

    static String variable(String settingName) {
        return PREFIX + settingName.replace('-', '_').toUpperCase(Locale.ROOT);
    }

    static ConfigSource read(Map<String, String> env) {
        var layer = ConfigSource.empty();
        var links = serviceLinks(env);
        env.forEach((name, value) -> {
            if (name.startsWith(PREFIX)
                    && !LAUNCHER.contains(name)
                    && links.stream().noneMatch(name::startsWith)) {
                take(layer, name, value);
            }
        });
        return layer;
    }

    private static void take(ConfigSource layer, String name, String value) {
        if (!name.startsWith(KAFKA_PREFIX)) {
            layer.setting(settingName(name), new SettingValue(value, name));
        } else if (name.endsWith(FILE_SUFFIX) && !CLIENT_KEYS.contains(kafkaKey(name))) {
            var property = name.substring(0, name.length() - FILE_SUFFIX.length());
            layer.kafka(kafkaKey(property), SecretFiles.read(value, name));
        } else {
            layer.kafka(kafkaKey(name), new SettingValue(value, name));
        }
    }

    /** Kubernetes sets FLEET_X_SERVICE_HOST, FLEET_X_PORT … in pods for a service "fleet-x": they are no settings of ours. */
    private static Set<String> serviceLinks(Map<String, String> env) {
        return env.keySet().stream()
                .filter(name -> name.startsWith(PREFIX) && name.endsWith(SERVICE_LINK))
                .map(name -> name.substring(0, name.length() - SERVICE_LINK.length() + 1))
                .collect(Collectors.toSet());
    }

    private static String settingName(String variable) {
        return variable.substring(PREFIX.length()).replace('_', '-').toLowerCase(Locale.ROOT);
    }

    private static String kafkaKey(String variable) {
        return variable.substring(KAFKA_PREFIX.length()).replace('_', '.').toLowerCase(Locale.ROOT);
    }
}
