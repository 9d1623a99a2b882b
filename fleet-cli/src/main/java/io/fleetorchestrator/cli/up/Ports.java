package io.fleetorchestrator.cli.up;

import io.fleetorchestrator.cli.console.CliException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Checks that the chosen ports are free, before anything is started. */
final class Ports {

    private Ports() {}

    /** Throws if the port is in use, and names the process; port 0 is always free. */
    static void requireFree(int port, String flag) {
        if (port != 0 && !isFree(port)) {
            var owner = PortOwner.of(port);
            throw new CliException(
                    "port " + port + " is in use by "
                            + owner.map(PortOwner::describe).orElse("another process"),
                    owner.map(process -> "stop it (kill " + process.pid() + "), or choose another port with " + flag)
                            .orElse("stop it, or choose another port with " + flag));
        }
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            // As servers do: a port whose last connections are in TIME_WAIT counts as free.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
