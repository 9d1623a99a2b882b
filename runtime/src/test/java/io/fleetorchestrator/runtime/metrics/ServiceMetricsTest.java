package io.fleetorchestrator.runtime.metrics;

import static org.assertj.core.api.BDDAssertions.then;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class ServiceMetricsTest {

    private final ServiceMetrics metrics = new ServiceMetrics("scheduler");

    @AfterEach
    void close() {
        metrics.close();
    }

    @Test
    void measuresProcessAndJvm() {
        then(metrics.scrape())
                .contains("jvm_memory_used_bytes")
                .contains("jvm_threads_live_threads")
                .contains("process_uptime_seconds")
                .contains("process_cpu_usage")
                .contains("logback_events_total");
    }

    @Test
    void countsLogLinesByLevel() {
        // when
        LoggerFactory.getLogger(ServiceMetricsTest.class).error("for a test");
        LoggerFactory.getLogger(ServiceMetricsTest.class).trace("not logged, so not counted");

        // then
        then(metrics.scrape())
                .contains("logback_events_total{level=\"error\",service=\"scheduler\"} 1.0")
                .contains("logback_events_total{level=\"trace\",service=\"scheduler\"} 0.0");
    }

    @Test
    void showsItsVersionAndService() {
        then(metrics.scrape()).containsPattern("fleet_build_info\\{service=\"scheduler\",version=\"\\d+\\.\\d+");
    }

    @Test
    void rejectsLabelsThatGrowWithUse() {
        // when
        metrics.registry().counter("fleet.decisions", "tenant", "acme").increment();
        metrics.registry().counter("fleet.decisions", "verdict", "APPROVED").increment();

        // then
        then(metrics.scrape())
                .doesNotContain("acme")
                .contains("fleet_decisions_total{service=\"scheduler\",verdict=\"APPROVED\"}");
    }
}
