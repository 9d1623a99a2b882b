package io.fleetorchestrator.center.http;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Answers requests that Jetty rejects before routing, such as too large headers, with a problem, too. */
public final class JettyProblems extends ErrorHandler {

    private static final String NO_PATH = "/badMessage";

    private final Json json;
    private final Map<String, String> headers;

    /** @param headers headers of each response */
    public JettyProblems(Json json, Map<String, String> headers) {
        this.json = json;
        this.headers = headers;
    }

    @Override
    public boolean errorPageForMethod(String method) {
        return true;
    }

    @Override
    protected void generateResponse(
            Request request,
            Response response,
            int code,
            @Nullable String message,
            @Nullable Throwable cause,
            Callback callback) {
        headers.forEach(response.getHeaders()::put);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/problem+json");
        var title = HttpStatus.getMessage(code);
        var detail = "the request cannot be read: "
                + Optional.ofNullable(message).orElse(title).toLowerCase(Locale.ROOT);
        var path = Request.getPathInContext(request);
        var problem = new Problem(
                "about:blank", title, code, detail, path == null || path.equals(NO_PATH) ? "" : path, List.of());
        Content.Sink.write(response, true, new String(json.bytes(problem), StandardCharsets.UTF_8), callback);
    }
}
