package io.fleetorchestrator.runtime.settings;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Masks secrets in printed settings. */
final class Secrets {

    static final String MASK = "********";

    /** A key that contains one of these names a secret, or a file or text with a secret inside. */
    private static final List<String> MARKS = List.of(
            "password",
            "passphrase",
            "secret",
            "jaas",
            "private.key",
            "basic.auth.user.info",
            "keystore.key",
            // An older name that registry clients accept as well.
            "registry.userinfo");

    /** Only at the end of a key: the issuer, audience, algorithm, claims and endpoint of a token are no secrets. */
    private static final List<String> ENDS = List.of("token", "credential", "credentials", "assertion");

    private static final Pattern USER_INFO = Pattern.compile("(?<=://)[^/@\\s]+(?=@)");

    private Secrets() {}

    static String masked(String key, String value) {
        var lower = key.toLowerCase(Locale.ROOT);
        return MARKS.stream().anyMatch(lower::contains) || ENDS.stream().anyMatch(lower::endsWith)
                ? MASK
                : USER_INFO.matcher(value).replaceAll(MASK);
    }
}
