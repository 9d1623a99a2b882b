package io.fleetorchestrator.dashboards.boards;

import static io.fleetorchestrator.dashboards.boards.Series.rate;
import static io.fleetorchestrator.dashboards.boards.Series.services;

import io.fleetorchestrator.dashboards.grafana.Dashboard;
import io.fleetorchestrator.dashboards.grafana.Panel;
import io.fleetorchestrator.dashboards.grafana.Query;
import io.fleetorchestrator.dashboards.grafana.Thresholds;
import io.fleetorchestrator.dashboards.grafana.Unit;

/** What the topologies and their JVMs do. */
final class DeveloperBoard {

    private DeveloperBoard() {}

    static Dashboard board() {
        return Dashboard.of(
                        "fleet-developer",
                        "Fleet / Developer",
                        "What the topologies and their JVMs do. --metrics-level debug has more.")
                .choose(Choices.SERVICE)
                .row("Threads", 8, threads(), ratios())
                .row("Tasks", 8, processed(), buffered(), dropped())
                .row("Stores", 8, keys())
                .row("Forecasts", 8, forecastLatency(), hours())
                .row("JVM", 8, pools(), pauses(), allocated(), jvmThreads());
    }

    private static Panel threads() {
        return Panel.lines("Stream threads alive")
                .says("Threads that work; fewer than --threads means that one failed and was not replaced.")
                .in(Unit.COUNT)
                .coloured(Thresholds.falling(1, 1))
                .ask(Query.range(
                        "sum by (service, instance) (" + services("kafka_stream_alive_stream_threads") + ")",
                        "{{service}} {{instance}}"));
    }

    private static Panel ratios() {
        return Panel.lines("Where a thread's time goes")
                .says("Share of the time spent processing, committing and waiting for records.")
                .in(Unit.SHARE)
                .between(0, 1)
                .ask(share("process"))
                .ask(share("commit"))
                .ask(share("poll"));
    }

    private static Query share(String part) {
        return Query.range(
                "avg by (service) (" + services("kafka_stream_thread_" + part + "_ratio") + ")",
                "{{service}}, " + part);
    }

    private static Panel processed() {
        return Panel.lines("Records by task")
                .says(
                        "The first number of a task is its part of the topology (see /topology), the second its partition.")
                .in(Unit.PER_SECOND)
                .ask(Query.range(
                        rate("service, task_id", services("kafka_stream_task_process_total")),
                        "{{service}} {{task_id}}"));
    }

    private static Panel buffered() {
        return Panel.lines("Records waiting in tasks")
                .says("Read and not processed yet.")
                .in(Unit.COUNT)
                .ask(Query.range(
                        "sum by (service, task_id) (" + services("kafka_stream_task_active_buffer_count") + ")",
                        "{{service}} {{task_id}}"));
    }

    private static Panel dropped() {
        return Panel.lines("Records dropped")
                .says("Dropped by Kafka Streams itself. Ours are never dropped but set aside, so this stays at zero,"
                        + " but for each dead letter, which counts here as well.")
                .in(Unit.PER_SECOND)
                .coloured(Thresholds.rising(0.01, 0.1))
                .ask(Query.range(rate("service", services("kafka_stream_task_dropped_records_total")), "{{service}}"));
    }

    private static Panel keys() {
        return Panel.lines("Keys in stores")
                .says("Of stores in memory. It should follow the number of fleets, regions and remembered answers.")
                .in(Unit.COUNT)
                .ask(Query.range(
                        "sum by (service, in_memory_state_id) (" + services("kafka_stream_state_num_keys") + ")",
                        "{{service}}: {{in_memory_state_id}}"));
    }

    private static Panel forecastLatency() {
        return Panel.lines("Time of a forecast")
                .says(
                        "From a closed hour of a region to its forecast, all signals and horizons, over the last two hours.")
                .in(Unit.SECONDS)
                .coloured(Thresholds.rising(0.05, 0.5))
                .ask(quantile("0.5", "half"))
                .ask(quantile("0.99", "99 %"));
    }

    private static Query quantile(String share, String legend) {
        return Query.range(
                "histogram_quantile(" + share
                        // Hours close once an hour, so a shorter time holds no forecast most of the time.
                        + ", sum by (le) (increase(fleet_forecast_latency_seconds_bucket[2h])))",
                legend);
    }

    private static Panel hours() {
        return Panel.lines("Hours")
                .says("Hours of regions that wait for readings, and hours closed per second.")
                .in(Unit.COUNT)
                .ask(Query.range("sum(fleet_hours_open)", "open"))
                .ask(Query.range("sum(rate(fleet_hours_closed_total[$__rate_interval]))", "closed per second"));
    }

    private static Panel pools() {
        return Panel.lines("Memory by area")
                .says("Memory in use.")
                .in(Unit.BYTES)
                .ask(Query.range(
                        "sum by (service, area) (" + services("jvm_memory_used_bytes") + ")", "{{service}} {{area}}"));
    }

    private static Panel pauses() {
        return Panel.lines("Longest pause")
                .says("The longest pause of garbage collection lately.")
                .in(Unit.SECONDS)
                .coloured(Thresholds.rising(0.2, 1))
                .ask(Query.range("max by (service) (" + services("jvm_gc_pause_seconds_max") + ")", "{{service}}"));
    }

    private static Panel allocated() {
        return Panel.lines("Allocated")
                .says("Bytes allocated per second: what keeps the garbage collector busy.")
                .in(Unit.BYTES)
                .ask(Query.range(rate("service", services("jvm_gc_memory_allocated_bytes_total")), "{{service}}"));
    }

    private static Panel jvmThreads() {
        return Panel.lines("JVM threads")
                .says("All threads of the process.")
                .in(Unit.COUNT)
                .ask(Query.range("max by (service) (" + services("jvm_threads_live_threads") + ")", "{{service}}"));
    }
}
