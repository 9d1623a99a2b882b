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

    /** A tenth of the threshold of the alert, and the threshold. */
    private static final Thresholds LAG = Thresholds.rising(1_000, 10_000);

    private static final String LAGS = services("kafka_consumer_fetch_manager_records_lag");
    private static final String DEAD_LETTERS = services("fleet_dead_letters_total");

    private OperationsBoard() {}

    static Dashboard board() {
        return Dashboard.of(
                        "fleet-operations",
                        "Fleet / Operations",
                        "Whether the services run and keep up with their topics.")
                .choose(Choices.SERVICE)
                .row("Now", 4, instances(), lag(), deadLetters(), failedThreads(), errors())
                .row("Throughput", 8, lags(), consumed(), readings())
                .row("Commits and rebalances", 8, commits(), rebalances(), restore())
                .row("Failures", 8, letters(), logged())
                .row("Command center", 8, CenterPanels.answers(), CenterPanels.slowAnswers())
                .row("Read model", 8, CenterPanels.behind(), CenterPanels.kept(), CenterPanels.listeners())
                .row("Machines", 8, cpu(), heap(), garbage());
    }

    private static Panel instances() {
        return Panel.figure("Instances")
                .describedAs("Instances of each service that Prometheus can scrape.")
                .in(Unit.COUNT)
                .coloured(Thresholds.falling(1, 1))
                .query(Query.range("count by (service) (" + services("fleet_build_info") + ")", "{{service}}"));
    }

    private static Panel lag() {
        return Panel.figure("Lag")
                .describedAs("Lag in records of the service with the largest lag.")
                .in(Unit.COUNT)
                .coloured(LAG)
                .query(Query.range("max(sum by (service) (" + LAGS + "))", "records"));
    }

    private static Panel deadLetters() {
        return Panel.figure("Dead letters")
                .describedAs("Records that were dead-lettered in the selected range.")
                .in(Unit.COUNT)
                .coloured(Thresholds.rising(1, 10))
                .query(Query.instant(orZero("sum(increase(" + DEAD_LETTERS + "[$__range]))"), "records"));
    }

    private static Panel failedThreads() {
        return Panel.figure("Failed threads")
                .describedAs("Stream threads that failed in the selected range and were replaced.")
                .in(Unit.COUNT)
                .coloured(Thresholds.rising(1, 3))
                .query(Query.instant(
                        "sum(increase(" + services("kafka_stream_failed_stream_threads_total") + "[$__range]))",
                        "threads"));
    }

    private static Panel errors() {
        return Panel.figure("Errors logged")
                .describedAs("Log lines of level ERROR in the selected range.")
                .in(Unit.COUNT)
                .coloured(Thresholds.rising(1, 10))
                .query(Query.instant(
                        "sum(increase(" + services("logback_events_total", "level=\"error\"") + "[$__range]))",
                        "lines"));
    }

    private static Panel lags() {
        return Panel.lines("Lag by service")
                .describedAs("Lag in records. It may rise during a backfill, and must fall afterwards.")
                .in(Unit.COUNT)
                .coloured(LAG)
                .query(Query.range("sum by (service) (" + LAGS + ")", "{{service}}"));
    }

    private static Panel consumed() {
        return Panel.lines("Records read")
                .describedAs("Records that each service reads from each topic.")
                .in(Unit.PER_SECOND)
                .query(Query.range(
                        rate(
                                "service, topic",
                                services("kafka_consumer_fetch_manager_records_consumed_total", "topic!=\"\"")),
                        "{{service}}: {{topic}}"));
    }

    private static Panel readings() {
        return Panel.stack("Readings")
                .describedAs("Readings by result. Rejected readings are dead-lettered.")
                .in(Unit.PER_SECOND)
                .query(Query.range(rate("result", "fleet_readings_total"), "{{result}}"));
    }

    private static Panel commits() {
        return Panel.lines("Commit latency")
                .describedAs("A decision waits for a commit at each hop. A gap means that there was nothing to commit.")
                .in(Unit.MILLISECONDS)
                .coloured(Thresholds.rising(100, 1000))
                .query(Query.range(
                        "max by (service) (" + services("kafka_stream_thread_commit_latency_avg") + ")",
                        "{{service}}, average"))
                .query(Query.range(
                        "max by (service) (" + services("kafka_stream_thread_commit_latency_max") + ")",
                        "{{service}}, maximum"));
    }

    private static Panel rebalances() {
        return Panel.lines("Rebalances")
                .describedAs(
                        "Since the start of each instance. If the line keeps rising, instances leave and join the group.")
                .in(Unit.COUNT)
                .query(Query.range(
                        "sum by (service) (" + services("kafka_consumer_coordinator_rebalance_total") + ")",
                        "{{service}}"));
    }

    private static Panel restore() {
        return Panel.lines("State to restore")
                .describedAs("Changelog records that remain to be read before the tasks can process.")
                .in(Unit.COUNT)
                .query(Query.range(
                        "sum by (service) (" + services("kafka_stream_task_restore_remaining_records_total") + ")",
                        "{{service}}"));
    }

    private static Panel letters() {
        return Panel.stack("Dead letters by reason")
                .describedAs("Dead-lettered records. The runbook of FleetDeadLetters explains each reason.")
                .in(Unit.PER_SECOND)
                .coloured(Thresholds.rising(0.01, 0.1))
                .query(Query.range(rate("service, reason", DEAD_LETTERS), "{{service}}: {{reason}}"));
    }

    private static Panel logged() {
        return Panel.stack("Log lines")
                .describedAs("Warnings and errors.")
                .in(Unit.PER_SECOND)
                .query(Query.range(
                        rate("service, level", services("logback_events_total", "level=~\"warn|error\"")),
                        "{{service}}: {{level}}"));
    }

    private static Panel cpu() {
        return Panel.lines("CPU")
                .describedAs("Share of the machine that the process uses.")
                .in(Unit.SHARE)
                .coloured(Thresholds.rising(0.7, 0.9))
                .query(Query.range(
                        "max by (service, instance) (" + services("process_cpu_usage") + ")",
                        "{{service}} {{instance}}"));
    }

    private static Panel heap() {
        return Panel.lines("Heap")
                .describedAs("Memory in use, garbage included.")
                .in(Unit.BYTES)
                .query(Query.range(
                        "sum by (service, instance) (" + services("jvm_memory_used_bytes", "area=\"heap\"") + ")",
                        "{{service}} {{instance}}"));
    }

    private static Panel garbage() {
        return Panel.lines("Time in garbage collection")
                .describedAs("Share of time that the JVM pauses for garbage collection.")
                .in(Unit.SHARE)
                .coloured(Thresholds.rising(0.05, 0.2))
                .query(Query.range(
                        rate("service, instance", services("jvm_gc_pause_seconds_sum")), "{{service}} {{instance}}"));
    }
}
