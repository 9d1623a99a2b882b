package io.fleetorchestrator.cli;

import static org.assertj.core.api.BDDAssertions.then;

import io.fleetorchestrator.center.CommandCenter;
import io.fleetorchestrator.forecaster.Forecaster;
import io.fleetorchestrator.producer.ProducerListener;
import io.fleetorchestrator.producer.TelemetryProducer;
import io.fleetorchestrator.runtime.service.Service;
import io.fleetorchestrator.scheduler.Scheduler;
import java.time.Clock;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ServiceCommandsTest {

    static Stream<Service<?>> services() {
        return Stream.of(
                new TelemetryProducer(Clock.systemUTC(), ProducerListener.NONE),
                new Forecaster(),
                new Scheduler(),
                new CommandCenter());
    }

    @ParameterizedTest
    @MethodSource("services")
    void aServiceCallsItselfWhatIsTyped(Service<?> service) {
        then(ServiceCommands.names(new String[] {service.command()}))
                .as(service.command())
                .isTrue();
    }
}
