package io.fleetorchestrator.runtime.settings;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Keeps secrets out of what is printed. */
final class Secrets {

    static final String MASK = "********";

    /** A key with one of these in it holds a secret, or a file or text that has one inside. */
    private static final List<String> MARKS = List.of(
            "password",
            "passphrase",
            "secret",
            "jaas",
            "private.key",
            "basic.auth.user.info",
            "keystore.key",
            // Registry clients take the user info under this older name too.
            "registry.userinfo");

    /** Only at the end: a token's issuer, audience, algorithm, claims and endpoint are what an operator looks up. */
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
