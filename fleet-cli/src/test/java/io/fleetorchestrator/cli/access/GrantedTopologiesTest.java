package io.fleetorchestrator.cli.access;

import static org.assertj.core.api.BDDAssertions.then;

import io.fleetorchestrator.forecaster.Forecaster;
import io.fleetorchestrator.runtime.service.StreamsService;
import io.fleetorchestrator.runtime.settings.Settings;
import io.fleetorchestrator.scheduler.Scheduler;
import io.fleetorchestrator.schemas.topics.Topic;
import io.fleetorchestrator.schemas.topics.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Compares the topics that a topology declares, from which its grants are made, with those that it uses. */
class GrantedTopologiesTest {

    private static final Pattern SOURCE = Pattern.compile("Source: \\S+ \\(topics: \\[([^]]+)]");
    private static final Pattern SINK = Pattern.compile("Sink: \\S+ \\(topic: (\\S+)\\)");

    @Test
    void theForecasterDeclaresWhatItUses() throws IOException {
        check(new Forecaster(), Path.of("..", "forecaster-stream", "src", "test", "golden", "forecaster.txt"));
    }

    @Test
    void theSchedulerDeclaresWhatItUses() throws IOException {
        check(new Scheduler(), Path.of("..", "scheduler-stream", "src", "test", "golden", "scheduler.txt"));
    }

    private static <X extends Record> void check(StreamsService<X> service, Path golden) throws IOException {
        var needs = service.topics(Settings.defaults(service.settingsType()));
        var topology = Files.readString(golden);

        then(names(needs.read())).containsAll(found(SOURCE, topology));
        then(names(needs.written())).containsAll(found(SINK, topology)).contains(name(Topics.DEAD_LETTER));
    }

    /** The shared topics; the others are internal topics of the topology. */
    private static Set<String> found(Pattern pattern, String topology) {
        var contract = names(Topics.all());
        return pattern.matcher(topology)
                .results()
                .flatMap(match -> List.of(match.group(1).split(", ")).stream())
                .filter(contract::contains)
                .collect(Collectors.toSet());
    }

    private static Set<String> names(List<Topic<?>> topics) {
        return topics.stream().map(GrantedTopologiesTest::name).collect(Collectors.toSet());
    }

    private static String name(Topic<?> topic) {
        return topic.name(Topics.DEFAULT_PREFIX);
    }
}
