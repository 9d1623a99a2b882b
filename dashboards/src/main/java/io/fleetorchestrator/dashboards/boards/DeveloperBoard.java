package io.fleetorchestrator.dashboards.boards;

import static io.fleetorchestrator.dashboards.boards.Series.rate;
import static io.fleetorchestrator.dashboards.boards.Series.services;

import io.fleetorchestrator.dashboards.grafana.Dashboard;
import io.fleetorchestrator.dashboards.grafana.Panel;
import io.fleetorchestrator.dashboards.grafana.Query;
import io.fleetorchestrator.dashboards.grafana.Thresholds;
import io.fleetorchestrator.dashboards.grafana.Unit;

/** Topologies and their JVMs. */
final class DeveloperBoard {

    private DeveloperBoard() {}

    static Dashboard board() {
        return Dashboard.of(
                        "fleet-developer",
                        "Fleet / Developer",
                        "Topologies and their JVMs. --metrics-level debug adds more.")
                .choose(Choices.SERVICE)
                .row("Threads", 8, threads(), ratios())
                .row("Tasks", 8, processed(), buffered(), dropped())
                .row("Stores", 8, keys())
                .row("Forecasts", 8, forecastLatency(), hours())
                .row("JVM", 8, pools(), pauses(), allocated(), jvmThreads());
    }

    private static Panel threads() {
        return Panel.lines("Stream threads alive")
                .describedAs("Running stream threads. Fewer than --threads: one failed and was not replaced.")
                .in(Unit.COUNT)
                .coloured(Thresholds.falling(1, 1))
                .query(Query.range(
                        "sum by (service, instance) (" + services("kafka_stream_alive_stream_threads") + ")",
                        "{{service}} {{instance}}"));
    }

    private static Panel ratios() {
        return Panel.lines("Time of a thread, by activity")
                .describedAs("Share of the time spent processing, committing and waiting for records.")
                .in(Unit.SHARE)
                .between(0, 1)
                .query(share("process"))
                .query(share("commit"))
                .query(share("poll"));
    }

    private static Query share(String part) {
        return Query.range(
                "avg by (service) (" + services("kafka_stream_thread_" + part + "_ratio") + ")",
                "{{service}}, " + part);
    }

    private static Panel processed() {
        return Panel.lines("Records by task")
                .describedAs(
                        "The first number of a task is its sub-topology (see /topology), the second its partition.")
                .in(Unit.PER_SECOND)
                .query(Query.range(
                        rate("service, task_id", services("kafka_stream_task_process_total")),
                        "{{service}} {{task_id}}"));
    }

    private static Panel buffered() {
        return Panel.lines("Records waiting in tasks")
                .describedAs("Polled, but not processed yet.")
                .in(Unit.COUNT)
                .query(Query.range(
                        "sum by (service, task_id) (" + services("kafka_stream_task_active_buffer_count") + ")",
                        "{{service}} {{task_id}}"));
    }

    private static Panel dropped() {
        return Panel.lines("Records dropped")
                .describedAs(
                        "Records that Kafka Streams dropped. Each dead letter counts here, too; apart from those it should stay"
                                + " at zero.")
                .in(Unit.PER_SECOND)
                .coloured(Thresholds.rising(0.01, 0.1))
                .query(Query.range(
                        rate("service", services("kafka_stream_task_dropped_records_total")), "{{service}}"));
    }

    private static Panel keys() {
        return Panel.lines("Keys in stores")
                .describedAs(
                        "Keys of in-memory stores. The number follows that of fleets, regions and remembered answers.")
                .in(Unit.COUNT)
                .query(Query.range(
                        "sum by (service, in_memory_state_id) (" + services("kafka_stream_state_num_keys") + ")",
                        "{{service}}: {{in_memory_state_id}}"));
    }

    private static Panel forecastLatency() {
        return Panel.lines("Forecast latency")
                .describedAs(
                        "From a closed hour of a region to its forecast with all signals and horizons, over the last two hours.")
                .in(Unit.SECONDS)
                .coloured(Thresholds.rising(0.05, 0.5))
                .query(quantile("0.5", "median"))
                .query(quantile("0.99", "99 %"));
    }

    private static Query quantile(String share, String legend) {
        return Query.range(
                "histogram_quantile(" + share
                        // Forecasts follow once an hour, so a shorter range is often empty.
                        + ", sum by (le) (increase(fleet_forecast_latency_seconds_bucket[2h])))",
                legend);
    }

    private static Panel hours() {
        return Panel.lines("Hours")
                .describedAs("Open hours of regions, and hours closed per second.")
                .in(Unit.COUNT)
                .query(Query.range("sum(fleet_hours_open)", "open"))
                .query(Query.range("sum(rate(fleet_hours_closed_total[$__rate_interval]))", "closed per second"));
    }

    private static Panel pools() {
        return Panel.lines("Memory by area")
                .describedAs("Memory in use.")
                .in(Unit.BYTES)
                .query(Query.range(
                        "sum by (service, area) (" + services("jvm_memory_used_bytes") + ")", "{{service}} {{area}}"));
    }

    private static Panel pauses() {
        return Panel.lines("Longest pause")
                .describedAs("The longest recent pause of garbage collection.")
                .in(Unit.SECONDS)
                .coloured(Thresholds.rising(0.2, 1))
                .query(Query.range("max by (service) (" + services("jvm_gc_pause_seconds_max") + ")", "{{service}}"));
    }

    private static Panel allocated() {
        return Panel.lines("Allocated")
                .describedAs("Bytes allocated per second, the load of the garbage collector.")
                .in(Unit.BYTES)
                .query(Query.range(rate("service", services("jvm_gc_memory_allocated_bytes_total")), "{{service}}"));
    }

    private static Panel jvmThreads() {
        return Panel.lines("JVM threads")
                .describedAs("All threads of the process.")
                .in(Unit.COUNT)
                .query(Query.range("max by (service) (" + services("jvm_threads_live_threads") + ")", "{{service}}"));
    }
}
