package io.fleetorchestrator.embedded.registry;

import io.javalin.http.Context;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Set;

/**
 * Keeps pages of other sites from using the registry through the browser of whoever runs it: a loopback registry answers
 * to the names of this machine only (DNS rebinding), and no request is taken from a page of another origin.
 */
final class LoopbackGuard {

    private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "[::1]");

    private final boolean onlyThisMachine;

    /** @param host on which the registry listens */
    LoopbackGuard(String host) {
        this.onlyThisMachine = isLoopback(host);
    }

    void check(Context context) {
        var host = String.valueOf(context.header("Host"));
        if (onlyThisMachine && !HERE.contains(host.replaceFirst(":\\d+$", ""))) {
            throw RegistryRefusal.forbidden("this registry answers to localhost only, not to '" + host + "'");
        }
        var origin = context.header("Origin");
        if (origin != null && !isOf(origin, host)) {
            throw RegistryRefusal.forbidden("requests from pages of '" + origin + "' are refused");
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
