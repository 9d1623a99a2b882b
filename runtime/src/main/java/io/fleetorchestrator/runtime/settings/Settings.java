package io.fleetorchestrator.runtime.settings;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a settings record: defaults, then the config file, then {@code FLEET_*} variables, then flags. */
public final class Settings {

    private Settings() {}

    /** The settings as told; a {@link SettingsException} names whatever cannot be used. */
    public static <X extends Record> LoadedSettings<X> parse(Class<X> type, String[] args, Map<String, String> env) {
        return parse(type, args, env, List.of());
    }

    /**
     * As {@link #parse(Class, String[], Map)}, for services that share one environment and one file.
     *
     * @param siblings settings of the services beside this one: theirs may be there too, and are passed over
     */
    public static <X extends Record> LoadedSettings<X> parse(
            Class<X> type, String[] args, Map<String, String> env, List<Class<? extends Record>> siblings) {
        var flags = Flags.read(args);
        var environment = Environment.read(env);
        var path = Optional.ofNullable(flags.own().get(Flags.CONFIG))
                .or(() -> Optional.ofNullable(environment.own().get(Flags.CONFIG)));
        var file = path.map(ConfigFile::read).orElseGet(ConfigSource::empty);
        return new SettingsReader<>(type, siblings).read(file.under(environment), flags);
    }

    /** The settings when nothing is said but these flags: for tests. */
    public static <X extends Record> X defaults(Class<X> type, String... flags) {
        return parse(type, flags, Map.of()).value();
    }

    public static boolean asksForHelp(String[] args) {
        return Arrays.asList(args).contains("--" + Flags.HELP);
    }
}
