package io.fleetorchestrator.center.assets;

import static org.assertj.core.api.BDDAssertions.then;

import io.javalin.Javalin;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The URL of a runbook in an alert is one of the command center. */
class RunbooksTest {

    private static final Path RUNBOOKS = Path.of("..", "docs", "runbooks");

    private final Javalin server =
            Javalin.create(config -> Assets.register(config.routes)).start("127.0.0.1", 0);

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void everyRunbookIsServedAsText() throws Exception {
        for (var runbook : runbooks()) {
            var answer = get("/app/runbooks/" + runbook.getFileName());

            then(answer.statusCode()).as(runbook.toString()).isEqualTo(200);
            then(answer.headers().firstValue("Content-Type")).contains("text/plain;charset=utf-8");
            then(answer.body()).isEqualTo(Files.readString(runbook));
        }
    }

    @Test
    void answersOtherPathsWithNotFound() throws Exception {
        then(get("/app/runbooks/Nothing.md").statusCode()).isEqualTo(404);
    }

    private static List<Path> runbooks() throws IOException {
        try (var files = Files.list(RUNBOOKS)) {
            return files.toList();
        }
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        var address = URI.create("http://127.0.0.1:" + server.port() + path);
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
    }
}
