package io.fleetorchestrator.cli.topic;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.fleetorchestrator.cli.connection.ConnectionOptions;
import io.fleetorchestrator.cli.console.ExitCode;
import io.fleetorchestrator.cli.console.Output;
import io.fleetorchestrator.schemas.topics.TopicPlan;
import io.fleetorchestrator.schemas.topics.TopicReport;
import io.fleetorchestrator.schemas.topics.TopicStatus;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BiFunction;
import org.apache.kafka.clients.admin.Admin;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of both commands, and how they run. */
final class TopicOptions {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Option(
            names = "--replication-factor",
            paramLabel = "N",
            defaultValue = "0",
            description = "Replicas of each partition. Default: that of the brokers")
    int replicationFactor;

    @Option(
            names = "--partitions",
            paramLabel = "N",
            description = "Partitions of the topics that are spread over several. Default: as each declares")
    Optional<Integer> partitions = Optional.empty();

    @Option(
            names = "--keep-readings",
            paramLabel = "DURATION",
            description = "Retention of readings; for a backfill, its length and a week (67d). Default: 7d")
    Optional<Duration> keepReadings = Optional.empty();

    @Mixin
    Output output = new Output();

    @Mixin
    ConnectionOptions connection = new ConnectionOptions();

    /** Compares the plan with the cluster, or applies it, and prints the result. */
    TopicReport run(BiFunction<TopicPlan, Admin, TopicReport> what) {
        var cluster = connection.resolveBrokers();
        var plan = new TopicPlan(cluster.topicPrefix(), replicationFactor, partitions, keepReadings);
        try (var admin = cluster.admin()) {
            var report = what.apply(plan, admin);
            output.text(output.isJson() ? json(report) : report.table() + System.lineSeparator());
            return report;
        }
    }

    /** Registers the schemas of all values; those that are registered already stay as they are. */
    void publishSchemas() {
        if (!connection.namesRegistry()) {
            output.text("no schemas registered: no --schema-registry-url is given" + System.lineSeparator());
            return;
        }
        var cluster = connection.resolve();
        try (var serdes = cluster.serdes()) {
            var ids = serdes.publish(cluster.topicPrefix());
            if (!output.isJson()) {
                output.text(ids.size() + " schemas registered" + System.lineSeparator());
            }
        }
    }

    private static String json(TopicReport report) {
        var lines = new StringBuilder();
        report.topics().forEach(status -> lines.append(json(status)).append(System.lineSeparator()));
        return lines.toString();
    }

    private static String json(TopicStatus status) {
        var object = JSON.createObjectNode()
                .put("topic", status.name())
                .put("partitions", status.partitions())
                .put("state", status.state().name());
        var config = object.putObject("config");
        status.topic().effectiveConfig().forEach(config::put);
        var differences = object.putArray("differences");
        status.differences().forEach(difference -> differences.add(difference.toString()));
        return object.toString();
    }

    static int exitCode(TopicReport report) {
        return report.isApplied() ? ExitCode.OK : ExitCode.NOT_READY;
    }
}
