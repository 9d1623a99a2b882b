package io.fleetorchestrator.runtime.failure;

import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.REPLACE_THREAD;
import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;

import io.fleetorchestrator.runtime.settings.Settings;
import io.fleetorchestrator.schemas.serdes.StateUnreadableException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.streams.errors.StreamsException;
import org.junit.jupiter.api.Test;

class FailurePolicyTest {

    private final Throwable outage = new StreamsException(new TimeoutException("registry"));
    private final Throwable defect = new StreamsException(new IllegalStateException("defect"));

    private final TestClock clock = new TestClock();
    private final List<Long> pauses = new ArrayList<>();
    private final FailurePolicy policy =
            new FailurePolicy(Settings.defaults(FailureSettings.class), clock, pauses::add);

    @Test
    void hasDefaultsThatSurviveARollOfTheCluster() {
        then(Settings.defaults(FailureSettings.class))
                .isEqualTo(new FailureSettings(3, Duration.ofMinutes(10), Duration.ofMinutes(10)));
        thenThrownBy(() -> Settings.defaults(FailureSettings.class, "--max-failures", "0"))
                .hasMessage("max-failures: 0 is less than 1");
    }

    @Test
    void replacesTheThreadUntilItFailsTooOften() {
        then(policy.handle(defect)).isEqualTo(REPLACE_THREAD);
        then(policy.handle(defect)).isEqualTo(REPLACE_THREAD);
        then(policy.handle(defect)).isEqualTo(SHUTDOWN_CLIENT);
    }

    @Test
    void forgetsFailuresOfLongAgo() {
        for (var i = 0; i < 20; i++) {
            then(policy.handle(defect)).isEqualTo(REPLACE_THREAD);
            clock.pass(Duration.ofMinutes(6));
        }
    }

    @Test
    void retriesDuringAnOutageWithAPauseBetweenAttempts() {
        // when
        for (var i = 0; i < 100; i++) {
            then(policy.handle(outage)).isEqualTo(REPLACE_THREAD);
            clock.pass(Duration.ofSeconds(6));
        }

        // then
        then(pauses).hasSize(100).containsOnly(1000L);
    }

    @Test
    void stopsWhenAnOutageLastsTooLong() {
        policy.handle(outage);
        clock.pass(Duration.ofMinutes(9));
        policy.handle(outage);
        clock.pass(Duration.ofMinutes(2));

        then(policy.handle(outage)).isEqualTo(SHUTDOWN_CLIENT);
    }

    @Test
    void startsACountForEachOutage() {
        policy.handle(outage);
        clock.pass(Duration.ofDays(3));

        then(policy.handle(outage)).isEqualTo(REPLACE_THREAD);
    }

    @Test
    void stopsAtOnceWhenTheJvmIsBroken() {
        then(policy.handle(new OutOfMemoryError())).isEqualTo(SHUTDOWN_CLIENT);
    }

    @Test
    void stopsAtOnceWhenItsOwnStateCannotBeRead() {
        var unreadable = new StateUnreadableException("fleet-answers", "format 9", null);

        then(policy.handle(new StreamsException("failed to process", unreadable)))
                .isEqualTo(SHUTDOWN_CLIENT);
        then(pauses).isEmpty();
        then(policy.end()).startsWith("The state in store fleet-answers cannot be read: format 9. ");
    }

    private static final class TestClock extends Clock {

        private Instant now = Instant.parse("2026-06-01T12:00:00Z");

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
