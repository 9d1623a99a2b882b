package io.fleetorchestrator.forecaster.stream;

import io.fleetorchestrator.core.hours.HourEvent;
import io.fleetorchestrator.core.hours.HourEvent.Closed;
import io.fleetorchestrator.core.hours.HourEvent.FellSilent;
import io.fleetorchestrator.core.hours.HourEvent.Resumed;
import io.fleetorchestrator.schemas.contract.Advisory;
import io.fleetorchestrator.schemas.contract.AdvisoryKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Advisories about the telemetry of a region: it stopped sending readings, or sends them again. */
final class TelemetryAdvisories implements HourEvent.Visitor<List<Advisory>> {

    @Override
    public List<Advisory> closed(Closed closed) {
        return List.of();
    }

    @Override
    public List<Advisory> fellSilent(FellSilent silent) {
        var text = silent.region() + " has sent no telemetry since " + silent.lastReadingAt()
                + "; no new forecasts are made of it.";
        return List.of(telemetry(AdvisoryKind.STALE_TELEMETRY, silent.region(), silent.fleet(), silent.at(), text));
    }

    @Override
    public List<Advisory> resumed(Resumed resumed) {
        var quiet = Duration.between(resumed.lastReadingAt(), resumed.at());
        var text = resumed.region() + " sends telemetry again, after " + quiet.toMinutes() + " min.";
        return List.of(
                telemetry(AdvisoryKind.TELEMETRY_RESUMED, resumed.region(), resumed.fleet(), resumed.at(), text));
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
