package io.fleetorchestrator.runtime.logging;

import static org.assertj.core.api.BDDAssertions.then;

import ch.qos.logback.classic.LoggerContext;
import io.fleetorchestrator.runtime.settings.LogFormat;
import io.fleetorchestrator.runtime.settings.LogLevel;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.slf4j.helpers.BasicMDCAdapter;

class LoggingTest {

    private static final String HOSTILE = "\u001b[31m\nforged";

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();

    @Test
    void writesOneJsonObjectPerLine() {
        // when
        var lines = logged(LogFormat.JSON, LogLevel.INFO);

        // then
        then(lines)
                .startsWith("{")
                .contains("\"level\":\"INFO\"")
                .contains("\"loggerName\":\"io.fleetorchestrator.test\"")
                .contains("\"region\":\"arizona\"")
                .contains("\"formattedMessage\":\"closed 3 hours\"")
                .doesNotContain("hidden");
    }

    @Test
    void writesReadableText() {
        then(logged(LogFormat.TEXT, LogLevel.INFO)).contains("INFO  test closed 3 hours region=arizona");
    }

    @Test
    void writesJsonWhereThereIsNoTerminal() {
        then(logged(LogFormat.AUTO, LogLevel.INFO)).startsWith("{");
    }

    @Test
    void logsMoreAtALowerLevel() {
        then(logged(LogFormat.TEXT, LogLevel.DEBUG)).contains("hidden");
    }

    @Test
    void escapesControlCharacters() {
        var lines = logged(LogFormat.TEXT, context -> {
            context.getMDCAdapter().put("region", HOSTILE);
            context.getLogger("io.fleetorchestrator.test")
                    .warn("refused {}", HOSTILE, new IllegalStateException(HOSTILE, new RuntimeException(HOSTILE)));
        });

        then(lines.lines().filter(line -> line.contains("forged")))
                .isNotEmpty()
                .noneMatch(line -> line.startsWith("forged"));
        then(lines.replace(System.lineSeparator(), "").replace("\t", ""))
                .contains("IllegalStateException: \\u001b[31m\\u000aforged", "region=\\u001b[31m")
                .matches(text -> text.chars().noneMatch(Character::isISOControl), "has no control character");
    }

    private String logged(LogFormat format, LogLevel level) {
        return logged(format, level, context -> {
            context.getMDCAdapter().put("region", "arizona");
            context.getLogger("io.fleetorchestrator.test").info("closed {} hours", 3);
            context.getLogger("io.fleetorchestrator.test").debug("hidden");
            context.getLogger("org.apache.kafka.clients.NetworkClient").info("not shown");
        });
    }

    private String logged(LogFormat format, Consumer<LoggerContext> log) {
        return logged(format, LogLevel.INFO, log);
    }

    private String logged(LogFormat format, LogLevel level, Consumer<LoggerContext> log) {
        var context = new LoggerContext();
        var mdc = new BasicMDCAdapter();
        context.setMDCAdapter(mdc);
        var standardError = System.err;
        System.setErr(new PrintStream(written, true, StandardCharsets.UTF_8));
        try {
            Logging.configure(context, format, level);
            log.accept(context);
        } finally {
            System.setErr(standardError);
            context.stop();
        }
        return written.toString(StandardCharsets.UTF_8);
    }
}
