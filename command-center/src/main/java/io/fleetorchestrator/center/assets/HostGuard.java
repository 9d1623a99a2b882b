package io.fleetorchestrator.center.assets;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import java.net.URI;
import java.util.Map;
import java.util.Set;

/**
 * Keeps other sites out of the browser's confidence: whoever only this machine may call is not called by another site's
 * name (DNS rebinding), no write is taken from a page of another origin, and no page may frame or script ours.
 */
public final class HostGuard {

    private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "[::1]");

    private static final Map<String, String> HEADERS = Map.of(
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY",
            "Referrer-Policy", "no-referrer",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Cross-Origin-Resource-Policy", "same-origin",
            "Content-Security-Policy",
                    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self';"
                            + " font-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'");

    /** What every answer carries. */
    public static Map<String, String> headers() {
        return HEADERS;
    }

    private final boolean onlyThisMachine;

    public HostGuard(boolean onlyThisMachine) {
        this.onlyThisMachine = onlyThisMachine;
    }

    public void register(RoutesConfig routes) {
        routes.before(this::check);
    }

    private void check(Context context) {
        HEADERS.forEach(context::header);
        var host = String.valueOf(context.header("Host"));
        if (onlyThisMachine && !HERE.contains(host.replaceFirst(":\\d+$", ""))) {
            throw new ForbiddenResponse("only localhost is served here");
        }
        var origin = context.header("Origin");
        if (origin != null && !isOf(origin, host)) {
            throw new ForbiddenResponse("pages of other origins are not served");
        }
    }

    private static boolean isOf(String origin, String host) {
        try {
            return host.equals(URI.create(origin).getAuthority());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
