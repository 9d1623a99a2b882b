package io.fleetorchestrator.evaluation;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fleetorchestrator.producer.regions.RegionsFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeasonTest {

    private static final Instant SUMMER = Instant.parse("2025-07-01T00:00:00Z");

    /** Long enough to calibrate the interval of every hour, short enough for every build. */
    private static SeasonPlan days(int days) {
        return new SeasonPlan(7, SUMMER, Duration.ofDays(6), Duration.ofDays(days), Duration.ZERO, 12, 0.15);
    }

    @Test
    void answersEveryRequestOnceAndKeepsWithinLimitsAndCapacity() {
        // when
        var result = Season.ofTwin(days(2), RegionsFile.shipped().get(0), ignored -> {});
        // then
        ObjectNode json = result.json();
        then(json.get("approved").asInt()).isPositive();
        then(json.get("unanswered").asInt()).isZero();
        then(json.get("capacityViolations").asInt()).isZero();
        then(json.get("overloadedByOwnLoad")).isEqualTo(json.get("overloadedHours"));
        then(json.get("breachShare").asDouble()).isLessThanOrEqualTo(0.05);
        then(json.get("approved").asInt() + json.get("blocked").asInt())
                .isEqualTo(json.get("requests").asInt());
        then(result.html()).contains("\"seed\":7").doesNotContain("/*DATA*/");
        then(result.text().lines())
                .anyMatch(line -> line.matches("breachShareUpper95 +0\\.\\d+"))
                .anyMatch(line -> line.matches("energyMwh +\\d+\\.\\d+"));
    }

    @Test
    void playsARecordingOverTheTwin(@TempDir Path directory) throws IOException {
        // given nine days, hour by hour, of one cool region, and no readings of the others
        var file = recording(directory, "wyoming", 9);
        // when
        var json = Season.ofRecording(days(1), RegionsFile.shipped().get(0), List.of(file), ignored -> {})
                .json();
        // then
        then(json.get("from").asText()).isEqualTo("2025-01-07T00:00:00Z");
        then(json.get("approved").asInt()).isPositive();
        then(json.get("breaches").asInt()).isZero();
    }

    @Test
    void refusesARecordingThatIsTooShort(@TempDir Path directory) throws IOException {
        var file = recording(directory, "wyoming", 3);
        thenThrownBy(() -> Season.ofRecording(days(1), RegionsFile.shipped().get(0), List.of(file), ignored -> {}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("do not fit");
    }

    @Test
    void refusesARecordingOfAnotherFleet(@TempDir Path directory) throws IOException {
        var file = recording(directory, "atlantis", 9);
        thenThrownBy(() -> Season.ofRecording(days(1), RegionsFile.shipped().get(0), List.of(file), ignored -> {}))
                .hasMessageContaining("'atlantis' is not in the fleet");
    }

    private static Path recording(Path directory, String region, int days) throws IOException {
        var lines = new ArrayList<String>();
        lines.add("time,region,temperature_c");
        for (int hour = 0; hour < days * 24; hour++) {
            var at = Instant.parse("2025-01-01T00:00:00Z").plus(Duration.ofHours(hour));
            lines.add(at + "," + region + "," + (10 + 4 * Math.sin(2 * Math.PI * hour / 24)));
        }
        return Files.write(directory.resolve("recording.csv"), lines);
    }
}
