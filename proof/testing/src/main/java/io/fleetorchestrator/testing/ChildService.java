package io.fleetorchestrator.testing;

import io.fleetorchestrator.embedded.FreePort;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A service in a JVM of its own, run by its main class on the class path of the test: to be killed, and to be stopped. */
public final class ChildService implements AutoCloseable {

    /** From here on the JVM warns when native code is loaded without this permission. */
    private static final int ASKS_FOR_NATIVE_ACCESS = 22;

    private final int httpPort;
    private final ChildJvm jvm;

    private ChildService(int httpPort, ChildJvm jvm) {
        this.httpPort = httpPort;
        this.jvm = jvm;
    }

    /** Starts the main class with these flags and a free HTTP port; does not wait. */
    public static ChildService start(Class<?> main, String... flags) {
        return start(main, Map.of(), flags);
    }

    /** The same with these environment variables. */
    public static ChildService start(Class<?> main, Map<String, String> variables, String... flags) {
        return startOn(FreePort.find(), main, variables, flags);
    }

    /** The same on this HTTP port. */
    public static ChildService startOn(int httpPort, Class<?> main, Map<String, String> variables, String... flags) {
        var arguments = jvmArguments();
        arguments.add(main.getName());
        arguments.addAll(List.of(flags));
        arguments.add("--http-port");
        arguments.add(Integer.toString(httpPort));
        // By the environment: with all its jars it is too long for a readable command line.
        // Whoever names another class path means the same service of another build.
        var environment = new HashMap<>(Map.of("CLASSPATH", System.getProperty("java.class.path")));
        environment.putAll(variables);
        return new ChildService(httpPort, ChildJvm.launch(main.getSimpleName(), arguments, environment));
    }

    /** It lives for a minute: quick to start beats quick in the long run. */
    private static List<String> jvmArguments() {
        var arguments = new ArrayList<>(List.of("-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        if (Runtime.version().feature() >= ASKS_FOR_NATIVE_ACCESS) {
            arguments.add("--enable-native-access=ALL-UNNAMED");
        }
        return arguments;
    }

    /** An address of its HTTP endpoint, such as {@code /metrics}. */
    public URI uri(String path) {
        return URI.create("http://127.0.0.1:" + httpPort + path);
    }

    /** What its HTTP endpoint answers there, whatever the status. */
    public String get(String path) {
        return Probe.get(uri(path)).body();
    }

    /** Waits until it calls itself ready; fails with its output when it exits instead. */
    public ChildService awaitReady() {
        jvm.awaitOk(uri("/health/ready"));
        return this;
    }

    /** SIGTERM: asks it to stop and waits for its exit code. */
    public int terminate() {
        return jvm.terminate();
    }

    /** SIGKILL: it gets to do nothing any more. */
    public void kill() {
        jvm.kill();
    }

    /** SIGSTOP: it stands still, and does not know. */
    public void freeze() {
        jvm.freeze();
    }

    /** SIGCONT: it goes on as if no time had passed. */
    public void thaw() {
        jvm.thaw();
    }

    public boolean isAlive() {
        return jvm.isAlive();
    }

    /** Waits until it has written this; fails with its output when it exits instead. */
    public ChildService awaitOutput(String text) {
        jvm.awaitOutput(text);
        return this;
    }

    /** Waits until it exits by itself. */
    public int awaitExit() {
        return jvm.awaitExit();
    }

    /** Everything it has written so far to its standard output and error. */
    public String output() {
        return jvm.output();
    }

    @Override
    public void close() {
        jvm.close();
    }
}
