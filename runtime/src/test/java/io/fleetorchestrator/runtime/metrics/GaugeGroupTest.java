package io.fleetorchestrator.runtime.metrics;

import static org.assertj.core.api.BDDAssertions.then;

import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

class GaugeGroupTest {

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final GaugeGroup gauges = new GaugeGroup(registry, Tags.of("fleet", "north"));

    @Test
    void everyGaugeHasTheCommonTags() {
        gauges.add("power", "mw", "Power", () -> 5.0);
        gauges.add("bound", null, "Bound", Tags.of("side", "upper"), () -> 7.0);

        then(registry.get("power").tag("fleet", "north").gauge().value()).isEqualTo(5);
        then(registry.get("bound")
                        .tags("fleet", "north", "side", "upper")
                        .gauge()
                        .value())
                .isEqualTo(7);
    }

    @Test
    void aValueThatIsNotKnownIsShownAsNaN() {
        gauges.add("power", "mw", "Power", () -> null);

        then(registry.get("power").gauge().value()).isNaN();
    }

    @Test
    void closingRemovesTheGaugesOfTheGroupAndNoOthers() {
        gauges.add("power", "mw", "Power", () -> 5.0);
        registry.gauge("other", 1);

        gauges.close();

        then(registry.find("power").gauge()).isNull();
        then(registry.find("other").gauge()).isNotNull();
    }
}
