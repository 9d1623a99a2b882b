package io.fleetorchestrator.embedded.registry;

import io.javalin.http.Context;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Set;

/**
 * Protects the registry from pages of other sites in a local browser: on loopback it accepts only the host names of this
 * machine (against DNS rebinding), and it rejects requests from pages of other origins.
 */
final class LoopbackGuard {

    private static final Set<String> LOCAL_NAMES = Set.of("localhost", "127.0.0.1", "[::1]");

    private final boolean onlyThisMachine;

    /** @param host on which the registry listens */
    LoopbackGuard(String host) {
        this.onlyThisMachine = isLoopback(host);
    }

    void check(Context context) {
        var host = String.valueOf(context.header("Host"));
        if (onlyThisMachine && !LOCAL_NAMES.contains(host.replaceFirst(":\\d+$", ""))) {
            throw RegistryRefusal.forbidden("this registry accepts localhost as host name only, not '" + host + "'");
        }
        var origin = context.header("Origin");
        if (origin != null && !isOf(origin, host)) {
            throw RegistryRefusal.forbidden("requests from pages of '" + origin + "' are rejected");
        }
    }

    private static boolean isOf(String origin, String host) {
        try {
            return host.equals(URI.create(origin).getAuthority());
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            return false;
        }
    }
}
