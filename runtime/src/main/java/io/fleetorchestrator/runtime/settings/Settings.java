package io.fleetorchestrator.runtime.settings;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a settings record from defaults, the config file, {@code FLEET_*} variables and flags; the later one wins. */
public final class Settings {

    private Settings() {}

    /** The settings; throws a {@link SettingsException} that names every setting that cannot be used. */
    public static <X extends Record> LoadedSettings<X> parse(Class<X> type, String[] args, Map<String, String> env) {
        return parse(type, args, env, List.of());
    }

    /**
     * As {@link #parse(Class, String[], Map)}, for services that share one environment and one file.
     *
     * @param siblings settings of the other services, which are ignored where they occur
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

    /** The default settings with these flags, for tests. */
    public static <X extends Record> X defaults(Class<X> type, String... flags) {
        return parse(type, flags, Map.of()).value();
    }

    public static boolean asksForHelp(String[] args) {
        return Arrays.asList(args).contains("--" + Flags.HELP);
    }
}
