package io.fleetorchestrator.dashboards.boards;

import static io.fleetorchestrator.dashboards.boards.Series.orZero;
import static io.fleetorchestrator.dashboards.boards.Series.rate;
import static io.fleetorchestrator.dashboards.boards.Series.services;

import io.fleetorchestrator.dashboards.grafana.Dashboard;
import io.fleetorchestrator.dashboards.grafana.Panel;
import io.fleetorchestrator.dashboards.grafana.Query;
import io.fleetorchestrator.dashboards.grafana.Thresholds;
import io.fleetorchestrator.dashboards.grafana.Unit;

/** Whether the services keep up. */
final class OperationsBoard {

    /** A tenth, and all, of what raises an alert. */
    private static final Thresholds LAG = Thresholds.rising(1_000, 10_000);

    private static final String LAGS = services("kafka_consumer_fetch_manager_records_lag");
    private static final String DEAD_LETTERS = services("fleet_dead_letters_total");

    private OperationsBoard() {}

    static Dashboard board() {
        return Dashboard.of("fleet-operations", "Fleet / Operations", "Whether the services are there and keep up.")
                .choose(Choices.SERVICE)
                .row("Now", 4, instances(), lag(), deadLetters(), failedThreads(), errors())
                .row("Flow", 8, lags(), consumed(), readings())
                .row("Commits and rebalances", 8, commits(), rebalances(), restore())
                .row("What went wrong", 8, letters(), logged())
                .row("Command center", 8, CenterPanels.answers(), CenterPanels.slowAnswers())
                .row("What the page knows", 8, CenterPanels.behind(), CenterPanels.kept(), CenterPanels.listeners())
                .row("Machines", 8, cpu(), heap(), garbage());
    }

    private static Panel instances() {
        return Panel.figure("Instances")
                .says("Instances of each service that Prometheus reaches.")
                .in(Unit.COUNT)
                .coloured(Thresholds.falling(1, 1))
                .ask(Query.range("count by (service) (" + services("fleet_build_info") + ")", "{{service}}"));
    }

    private static Panel lag() {
        return Panel.figure("Lag")
                .says("Records still to be read, of the service that is furthest behind.")
                .in(Unit.COUNT)
                .coloured(LAG)
                .ask(Query.range("max(sum by (service) (" + LAGS + "))", "records"));
    }

    private static Panel deadLetters() {
        return Panel.figure("Dead letters")
                .says("Records set aside in this time.")
                .in(Unit.COUNT)
                .coloured(Thresholds.rising(1, 10))
                .ask(Query.instant(orZero("sum(increase(" + DEAD_LETTERS + "[$__range]))"), "records"));
    }

    private static Panel failedThreads() {
        return Panel.figure("Failed threads")
                .says("Stream threads that ended with an error in this time and were replaced.")
                .in(Unit.COUNT)
                .coloured(Thresholds.rising(1, 3))
                .ask(Query.instant(
                        "sum(increase(" + services("kafka_stream_failed_stream_threads_total") + "[$__range]))",
                        "threads"));
    }

    private static Panel errors() {
        return Panel.figure("Errors logged")
                .says("Log lines at level error in this time.")
                .in(Unit.COUNT)
                .coloured(Thresholds.rising(1, 10))
                .ask(Query.instant(
                        "sum(increase(" + services("logback_events_total", "level=\"error\"") + "[$__range]))",
                        "lines"));
    }

    private static Panel lags() {
        return Panel.lines("Lag by service")
                .says("Records still to be read. It may rise in a backfill, and must fall after it.")
                .in(Unit.COUNT)
                .coloured(LAG)
                .ask(Query.range("sum by (service) (" + LAGS + ")", "{{service}}"));
    }

    private static Panel consumed() {
        return Panel.lines("Records read")
                .says("Records that each service reads from each topic.")
                .in(Unit.PER_SECOND)
                .ask(Query.range(
                        rate(
                                "service, topic",
                                services("kafka_consumer_fetch_manager_records_consumed_total", "topic!=\"\"")),
                        "{{service}}: {{topic}}"));
    }

    private static Panel readings() {
        return Panel.stack("Readings")
                .says("What became of the telemetry. Refused readings are dead letters.")
                .in(Unit.PER_SECOND)
                .ask(Query.range(rate("result", "fleet_readings_total"), "{{result}}"));
    }

    private static Panel commits() {
        return Panel.lines("Time of a commit")
                .says("Each hop of an answer waits for a commit. Nothing to commit shows as a gap.")
                .in(Unit.MILLISECONDS)
                .coloured(Thresholds.rising(100, 1000))
                .ask(Query.range(
                        "max by (service) (" + services("kafka_stream_thread_commit_latency_avg") + ")",
                        "{{service}}, average"))
                .ask(Query.range(
                        "max by (service) (" + services("kafka_stream_thread_commit_latency_max") + ")",
                        "{{service}}, longest"));
    }

    private static Panel rebalances() {
        return Panel.lines("Rebalances")
                .says("Since the start of each instance. A line that keeps rising means that instances come and go.")
                .in(Unit.COUNT)
                .ask(Query.range(
                        "sum by (service) (" + services("kafka_consumer_coordinator_rebalance_total") + ")",
                        "{{service}}"));
    }

    private static Panel restore() {
        return Panel.lines("State still to be restored")
                .says("Records of changelogs to be read before partitions are worked on again.")
                .in(Unit.COUNT)
                .ask(Query.range(
                        "sum by (service) (" + services("kafka_stream_task_restore_remaining_records_total") + ")",
                        "{{service}}"));
    }

    private static Panel letters() {
        return Panel.stack("Dead letters by reason")
                .says("Records set aside; the runbook of FleetDeadLetters tells what each reason means.")
                .in(Unit.PER_SECOND)
                .coloured(Thresholds.rising(0.01, 0.1))
                .ask(Query.range(rate("service, reason", DEAD_LETTERS), "{{service}}: {{reason}}"));
    }

    private static Panel logged() {
        return Panel.stack("Log lines")
                .says("Warnings and errors.")
                .in(Unit.PER_SECOND)
                .ask(Query.range(
                        rate("service, level", services("logback_events_total", "level=~\"warn|error\"")),
                        "{{service}}: {{level}}"));
    }

    private static Panel cpu() {
        return Panel.lines("CPU")
                .says("Share of the machine that the process uses.")
                .in(Unit.SHARE)
                .coloured(Thresholds.rising(0.7, 0.9))
                .ask(Query.range(
                        "max by (service, instance) (" + services("process_cpu_usage") + ")",
                        "{{service}} {{instance}}"));
    }

    private static Panel heap() {
        return Panel.lines("Heap")
                .says("Memory in use, garbage included.")
                .in(Unit.BYTES)
                .ask(Query.range(
                        "sum by (service, instance) (" + services("jvm_memory_used_bytes", "area=\"heap\"") + ")",
                        "{{service}} {{instance}}"));
    }

    private static Panel garbage() {
        return Panel.lines("Time in garbage collection")
                .says("Share of the time in which nothing else happens.")
                .in(Unit.SHARE)
                .coloured(Thresholds.rising(0.05, 0.2))
                .ask(Query.range(
                        rate("service, instance", services("jvm_gc_pause_seconds_sum")), "{{service}} {{instance}}"));
    }
}
