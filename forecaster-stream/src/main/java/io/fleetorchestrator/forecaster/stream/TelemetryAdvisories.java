package io.fleetorchestrator.forecaster.stream;

import io.fleetorchestrator.core.hours.HourEvent;
import io.fleetorchestrator.core.hours.HourEvent.FellSilent;
import io.fleetorchestrator.core.hours.HourEvent.Resumed;
import io.fleetorchestrator.schemas.contract.Advisory;
import io.fleetorchestrator.schemas.contract.AdvisoryKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What is to be said about a region's telemetry. */
final class TelemetryAdvisories {

    private TelemetryAdvisories() {}

    static List<Advisory> on(HourEvent event) {
        if (event instanceof FellSilent silent) {
            var text = silent.region() + " has sent no telemetry since " + silent.lastHeard()
                    + "; no new forecasts are made of it.";
            return List.of(telemetry(AdvisoryKind.STALE_TELEMETRY, silent.region(), silent.fleet(), silent.at(), text));
        }
        if (event instanceof Resumed resumed) {
            var quiet = Duration.between(resumed.lastHeard(), resumed.at());
            var text = resumed.region() + " sends telemetry again, after " + quiet.toMinutes() + " min.";
            return List.of(
                    telemetry(AdvisoryKind.TELEMETRY_RESUMED, resumed.region(), resumed.fleet(), resumed.at(), text));
        }
        return List.of();
    }

    private static Advisory telemetry(AdvisoryKind kind, String region, String fleet, Instant at, String text) {
        return Advisory.newBuilder()
                .setFleet(fleet)
                .setRegion(region)
                .setKind(kind)
                .setRaisedAt(at)
                .setText(text)
                .build();
    }
}
