package io.fleetorchestrator.center.assets;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32C;

/** Serves the page, its scripts and libraries from the class path. Each file is read once; its ETag depends on its content. */
public final class Assets {

    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "css", "text/css; charset=utf-8",
            // As plain text, because a browser would download text/markdown.
            "md", "text/plain; charset=utf-8",
            "svg", "image/svg+xml",
            "png", "image/png");

    /** Swagger UI needs inline styles, but no inline scripts. */
    private static final String DOCS_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
                    + " connect-src 'self'; frame-ancestors 'none'";

    private static final class Asset {
        private final byte[] content;
        private final String type;
        private final String tag;

        Asset(byte[] content, String type, String tag) {
            this.content = content;
            this.type = type;
            this.tag = tag;
        }
    }

    private final Map<String, Asset> loaded = new ConcurrentHashMap<>();

    private Assets() {}

    public static void register(RoutesConfig routes) {
        var assets = new Assets();
        var swagger = library("org.webjars", "swagger-ui", "webjars");
        var echarts = library("org.mvnpm", "echarts", "_static");
        routes.get("/", context -> assets.serve(context, "/web/index.html"));
        routes.get("/favicon.ico", context -> assets.serve(context, "/web/favicon.svg"));
        routes.get("/app/<file>", context -> assets.serve(context, "/web/" + context.pathParam("file")));
        routes.get("/lib/echarts.js", context -> assets.serve(context, echarts + "dist/echarts.min.js"));
        routes.get("/docs", context -> {
            context.header("Content-Security-Policy", DOCS_POLICY);
            assets.serve(context, "/web/docs.html");
        });
        routes.get("/lib/swagger/{file}", context -> assets.serve(context, swagger + context.pathParam("file")));
    }

    private void serve(Context context, String path) {
        var asset = loaded.computeIfAbsent(path, Assets::load);
        context.header("ETag", asset.tag).header("Cache-Control", "no-cache");
        if (asset.tag.equals(context.header("If-None-Match"))) {
            context.status(304);
        } else {
            context.contentType(asset.type).result(asset.content);
        }
    }

    private static Asset load(String path) {
        var type = Optional.ofNullable(TYPES.get(path.substring(path.lastIndexOf('.') + 1)));
        if (path.contains("..") || type.isEmpty()) {
            throw new NotFoundResponse("there is no such page; the page of the command center is at /");
        }
        try (var stream = Assets.class.getResourceAsStream(path)) {
            if (stream == null) {
                throw new NotFoundResponse("there is no such page; the page of the command center is at /");
            }
            return asset(stream, type.get());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Asset asset(InputStream stream, String type) throws IOException {
        var content = stream.readAllBytes();
        var sum = new CRC32C();
        sum.update(content);
        return new Asset(content, type, "\"" + HexFormat.of().toHexDigits(sum.getValue()) + "\"");
    }

    /** The path of a web library, which contains its version; its Maven properties have the version, too. */
    private static String library(String group, String artifact, String folder) {
        var properties = new Properties();
        try (var stream =
                Assets.class.getResourceAsStream("/META-INF/maven/" + group + "/" + artifact + "/pom.properties")) {
            if (stream == null) {
                throw new IllegalStateException("the library " + artifact + " is not on the class path");
            }
            properties.load(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return "/META-INF/resources/" + folder + "/" + artifact + "/" + properties.getProperty("version") + "/";
    }
}
