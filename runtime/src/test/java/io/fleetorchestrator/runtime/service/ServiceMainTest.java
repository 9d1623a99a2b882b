package io.fleetorchestrator.runtime.service;

import static org.assertj.core.api.BDDAssertions.then;

import io.fleetorchestrator.runtime.settings.ServiceSettings;
import io.fleetorchestrator.runtime.settings.SettingsException;
import io.fleetorchestrator.runtime.startup.TopicNeeds;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ServiceMainTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final ShortService service = new ShortService();

    @Test
    void runsTheServiceToItsEndAndClosesIt() {
        then(call("--http-port", "0", "--http-host", "127.0.0.1")).isEqualTo(ServiceExitCode.OK);
        then(service.events).containsExactly("started as fleet.short", "ended", "closed");
    }

    @Test
    void reportsAFailure() {
        // given
        service.endsInPeace = false;

        // then
        then(call("--http-port", "0", "--http-host", "127.0.0.1")).isEqualTo(ServiceExitCode.FAILURE);
    }

    @Test
    void rejectsASettingThatProvesWrongWhenItIsUsed() {
        // given
        service.unusable = Optional.of("api-keys-file: keys.txt:3 is no key");

        // then
        then(call("--http-port", "0", "--http-host", "127.0.0.1")).isEqualTo(ServiceExitCode.USAGE);
        then(printed(err)).contains("api-keys-file: keys.txt:3 is no key");
    }

    @Test
    void printsItsHelp() {
        then(call("--help")).isEqualTo(ServiceExitCode.OK);
        then(printed(out))
                .contains("Usage: fleet short")
                .contains("--bootstrap-servers")
                .contains("--print-config");
        then(service.events).isEmpty();
    }

    @Test
    void printsItsSettingsAndStops() {
        then(call("--print-config", "--topic-prefix", "test.")).isEqualTo(ServiceExitCode.OK);
        then(printed(out)).contains("topic-prefix=test.  # --topic-prefix").contains("http-port=8080  # default");
        then(service.events).isEmpty();
    }

    @Test
    void rejectsAnUnknownSetting() {
        then(call("--topic-prefixx", "test.")).isEqualTo(ServiceExitCode.USAGE);
        then(printed(err)).contains("did you mean topic-prefix?");
    }

    private ServiceExitCode call(String... args) {
        return new ServiceMain(Map.of(), stream(out), stream(err)).call(service, args);
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static String printed(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static final class ShortService implements Service<ServiceSettings>, RunningService {

        private final List<String> events = new ArrayList<>();
        private boolean endsInPeace = true;
        private Optional<String> unusable = Optional.empty();

        @Override
        public String name() {
            return "short";
        }

        @Override
        public Class<ServiceSettings> settingsType() {
            return ServiceSettings.class;
        }

        @Override
        public ServiceSettings common(ServiceSettings settings) {
            return settings;
        }

        @Override
        public TopicNeeds topics(ServiceSettings settings) {
            return TopicNeeds.reading();
        }

        @Override
        public RunningService start(ServiceSettings settings, ServiceContext context) {
            unusable.ifPresent(problem -> {
                throw new SettingsException(problem);
            });
            events.add("started as " + context.applicationId());
            return this;
        }

        @Override
        public boolean awaitEnd() {
            events.add("ended");
            return endsInPeace;
        }

        @Override
        public void close() {
            events.add("closed");
        }
    }
}
