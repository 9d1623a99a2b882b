package io.fleetorchestrator.runtime.settings;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Keeps secrets out of what is printed. */
final class Secrets {

    static final String MASK = "********";

    private static final List<String> MARKS = List.of(
            "password",
            "secret",
            "token",
            "jaas",
            "credential",
            "basic.auth.user.info",
            "keystore.key",
            // Registry clients take the user info under this older name too.
            "registry.userinfo");

    private static final Pattern USER_INFO = Pattern.compile("(?<=://)[^/@\\s]+(?=@)");

    private Secrets() {}

    static String masked(String key, String value) {
        var lower = key.toLowerCase(Locale.ROOT);
        return MARKS.stream().anyMatch(lower::contains)
                ? MASK
                : USER_INFO.matcher(value).replaceAll(MASK);
    }
}
