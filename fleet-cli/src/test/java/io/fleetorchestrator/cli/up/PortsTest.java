package io.fleetorchestrator.cli.up;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fleetorchestrator.cli.console.CliException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class PortsTest {

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "only Linux shows which process listens")
    void namesTheProcessThatListensOnAPort() throws IOException {
        try (var mine = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> Ports.requireFree(mine.getLocalPort(), "--http-port"))
                    .isInstanceOf(CliException.class)
                    .hasMessageContaining("port " + mine.getLocalPort() + " is in use by process "
                            + ProcessHandle.current().pid());
        }
    }

    @Test
    void acceptsAFreePort() throws IOException {
        int port;
        try (var once = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = once.getLocalPort();
        }

        assertThatCode(() -> Ports.requireFree(port, "--http-port")).doesNotThrowAnyException();
        assertThatCode(() -> Ports.requireFree(0, "--http-port")).doesNotThrowAnyException();
    }
}
