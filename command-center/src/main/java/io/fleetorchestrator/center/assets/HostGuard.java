package io.fleetorchestrator.center.assets;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import java.net.URI;
import java.util.Map;
import java.util.Set;

/**
 * Protects the page against other sites in the same browser: a server for this machine only rejects other host names (DNS
 * rebinding), requests from pages of another origin are rejected, and no site may frame or script the page.
 */
public final class HostGuard {

    private static final Set<String> LOCAL_NAMES = Set.of("localhost", "127.0.0.1", "[::1]");

    private static final Map<String, String> HEADERS = Map.of(
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY",
            "Referrer-Policy", "no-referrer",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Cross-Origin-Resource-Policy", "same-origin",
            "Content-Security-Policy",
                    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self';"
                            + " font-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'");

    /** The headers of every response. */
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
        if (onlyThisMachine && !LOCAL_NAMES.contains(host.replaceFirst(":\\d+$", ""))) {
            throw new ForbiddenResponse(
                    "this server accepts requests to localhost only; set web-host to serve other machines");
        }
        var origin = context.header("Origin");
        if (origin != null && !isOf(origin, host)) {
            throw new ForbiddenResponse("requests from pages of another origin are rejected");
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
