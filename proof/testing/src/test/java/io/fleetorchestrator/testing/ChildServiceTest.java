package io.fleetorchestrator.testing;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ChildServiceTest {

    private static final int KILLED = 128 + 9;
    private static final int TERMINATED = 128 + 15;

    @Test
    void endsWithTheSignalItIsSent() {
        try (var asked = ChildService.start(Ready.class).awaitReady();
                var killed = ChildService.start(Ready.class).awaitReady()) {
            // when
            killed.kill();

            // then
            then(killed.awaitExit()).isEqualTo(KILLED);
            then(asked.terminate()).isEqualTo(TERMINATED);
        }
    }

    @Test
    void failsWithTheLastWordsOfAServiceThatDoesNotStart() {
        try (var service = ChildService.start(Broken.class, "--fleet", "north")) {
            thenThrownBy(service::awaitReady)
                    .hasStackTraceContaining("exited with 3")
                    .hasStackTraceContaining("--fleet north");
        }
    }

    /** Is ready at once and runs until told otherwise. */
    static final class Ready {
        private Ready() {}

        public static void main(String[] args) throws IOException {
            int port = Integer.parseInt(args[args.length - 1]);
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            server.createContext("/health/ready", exchange -> exchange.sendResponseHeaders(200, -1));
            server.start();
        }
    }

    /** Says what it was told, and gives up. */
    static final class Broken {
        private Broken() {}

        public static void main(String[] args) {
            System.err.println("cannot start with " + String.join(" ", Arrays.asList(args)));
            System.exit(3);
        }
    }
}
