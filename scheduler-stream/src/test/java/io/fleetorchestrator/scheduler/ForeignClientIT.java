package io.fleetorchestrator.scheduler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.fleetorchestrator.schemas.contract.SchedulingDecision;
import io.fleetorchestrator.schemas.contract.Verdict;
import io.fleetorchestrator.schemas.contract.WorkloadRequest;
import io.fleetorchestrator.schemas.topics.Topics;
import io.fleetorchestrator.testing.ChildService;
import io.fleetorchestrator.testing.KafkaEnvironment;
import io.fleetorchestrator.testing.TopicSpace;
import io.fleetorchestrator.testing.samples.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Clients based on librdkafka hash keys with CRC32: their requests are on another partition than that of their fleet. */
class ForeignClientIT {

    @RegisterExtension
    static final KafkaEnvironment KAFKA = KafkaEnvironment.shared();

    private static final List<String> FLEETS =
            IntStream.range(0, 12).mapToObj(number -> "fleet-" + number).toList();

    @TempDir
    Path directory;

    @BeforeEach
    void needsKcat() throws InterruptedException {
        assumeTrue(isThere("kcat"), "kcat is not installed (Debian: apt-get install kcat)");
    }

    @Test
    void requestsOnTheWrongPartitionAreAnsweredLikeAnyOther() throws IOException, InterruptedException {
        // given
        var topics = KAFKA.freshTopics();
        FLEETS.forEach(fleet -> Fleets.publish(topics, fleet, "arizona"));
        try (var scheduler = ChildService.start(
                Scheduler.class,
                topics.flags("--state-dir", directory.resolve("state").toString()))) {
            scheduler.awaitReady();
            Fleets.awaitKnown(scheduler, FLEETS);

            // when
            for (var fleet : FLEETS) {
                publishWithKcat(topics, Fleets.request(fleet, "foreign").build());
                topics.send(
                        Topics.WORKLOAD_REQUESTS,
                        fleet,
                        Fleets.request(fleet, "native").build(),
                        Samples.ISSUED);
            }

            // then
            var decisions = topics.await(Topics.WORKLOAD_DECISIONS, 2 * FLEETS.size()).stream()
                    .map(ConsumerRecord::value)
                    .toList();
            assertThat(decisions).extracting(SchedulingDecision::getVerdict).containsOnly(Verdict.APPROVED);
            assertThat(decisions.stream().map(ForeignClientIT::identity)).doesNotHaveDuplicates();
            assertThat(misplaced(topics))
                    .as("requests on another partition than their fleet's")
                    .isPositive();
        }
    }

    private static String identity(SchedulingDecision decision) {
        return decision.getFleet() + "/" + decision.getRequestId();
    }

    /** Number of fleets for which the two clients use different partitions. */
    private static long misplaced(TopicSpace topics) {
        Map<String, List<ConsumerRecord<String, WorkloadRequest>>> byFleet =
                topics.all(Topics.WORKLOAD_REQUESTS).stream().collect(Collectors.groupingBy(ConsumerRecord::key));
        return byFleet.values().stream()
                .filter(requests -> requests.stream()
                                .mapToInt(ConsumerRecord::partition)
                                .distinct()
                                .count()
                        > 1)
                .count();
    }

    private void publishWithKcat(TopicSpace topics, WorkloadRequest request) throws IOException, InterruptedException {
        var topic = topics.name(Topics.WORKLOAD_REQUESTS);
        byte[] bytes = topics.serdes()
                .valueSerde(Topics.WORKLOAD_REQUESTS)
                .serializer()
                .serialize(topic, request);
        var file = Files.write(directory.resolve(request.getFleet()), bytes);
        var kcat = new ProcessBuilder(
                        "kcat",
                        "-P",
                        "-b",
                        KAFKA.bootstrapServers(),
                        "-t",
                        topic,
                        "-k",
                        request.getFleet(),
                        file.toString())
                .inheritIO()
                .start();
        assertThat(kcat.waitFor()).isZero();
    }

    private static boolean isThere(String command) throws InterruptedException {
        try {
            return new ProcessBuilder(command, "-V")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException missing) {
            return false;
        }
    }
}
