package io.fleetorchestrator.cli.up;

import io.fleetorchestrator.cli.console.CliException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Ports asked for by number, held against who has them already, before anything is started. */
final class Ports {

    private Ports() {}

    /** Complains, with the name of who holds the port, when it is not free; 0 always is. */
    static void requireFree(int port, String flag) {
        if (port != 0 && !isFree(port)) {
            var holder = PortHolder.of(port);
            throw new CliException(
                    "port " + port + " is held by "
                            + holder.map(PortHolder::describe).orElse("another process"),
                    holder.map(process -> "stop it (kill " + process.pid() + "), or choose another port with " + flag)
                            .orElse("stop it, or choose another port with " + flag));
        }
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            // As servers do: a port whose last connections are just fading away counts as free.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
