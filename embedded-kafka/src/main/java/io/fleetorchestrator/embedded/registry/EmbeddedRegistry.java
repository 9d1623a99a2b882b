package io.fleetorchestrator.embedded.registry;

import io.javalin.Javalin;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/** A schema registry for one machine: no cluster, no authentication, ids that survive a restart. */
public final class EmbeddedRegistry implements AutoCloseable {

    private final ContentsFile file;
    private final String host;
    private final Javalin server;
    private volatile Contents contents;

    private EmbeddedRegistry(ContentsFile file, String host, int port) {
        this.file = file;
        this.host = host;
        this.contents = file.read();
        this.server = Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    config.routes.before(new LoopbackGuard(host)::check);
                    new RegistryApi(this).routes(config.routes);
                })
                .start(host, port);
    }

    /**
     * Starts the server.
     *
     * @param directory of the schemas
     * @param port 0 for a free one
     */
    public static EmbeddedRegistry start(Path directory, String host, int port) {
        return new EmbeddedRegistry(new ContentsFile(directory), host, port);
    }

    /** The value of {@code schema.registry.url}. */
    public String url() {
        return "http://" + host + ":" + server.port();
    }

    Contents contents() {
        return contents;
    }

    /** Applies one change at a time, and writes it to disk before the response. */
    synchronized Contents change(UnaryOperator<Contents> change) {
        var changed = change.apply(contents);
        if (!changed.equals(contents)) {
            file.write(changed);
            contents = changed;
        }
        return changed;
    }

    @Override
    public void close() {
        server.stop();
    }
}
