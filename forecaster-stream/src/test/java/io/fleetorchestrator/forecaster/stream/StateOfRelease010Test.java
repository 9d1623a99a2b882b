package io.fleetorchestrator.forecaster.stream;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;
import static org.assertj.core.api.BDDAssertions.within;

import io.fleetorchestrator.core.features.Measurement;
import io.fleetorchestrator.core.forecast.ForecastModels;
import io.fleetorchestrator.core.forecast.ForecastPlan;
import io.fleetorchestrator.core.forecast.RegionForecaster;
import io.fleetorchestrator.core.forecast.RegionState;
import io.fleetorchestrator.core.hours.HourEvent;
import io.fleetorchestrator.core.hours.HourRules;
import io.fleetorchestrator.core.hours.PartitionHours;
import io.fleetorchestrator.core.hours.RegionHours;
import io.fleetorchestrator.core.hours.RegionHoursStore;
import io.fleetorchestrator.runtime.state.StateCodec;
import io.fleetorchestrator.schemas.contract.HourInterval;
import io.fleetorchestrator.schemas.contract.HourlyFeatures;
import io.fleetorchestrator.schemas.contract.RegionForecast;
import io.fleetorchestrator.schemas.contract.SignalForecast;
import io.fleetorchestrator.schemas.serdes.AvroSerdes;
import io.fleetorchestrator.schemas.serdes.StateUnreadableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reads bytes that release 0.1.0 wrote, and compares the results with those of that release. */
class StateOfRelease010Test {

    private static final Path STATE = Path.of("src/test/resources/state/0.1.0");
    private static final Instant MIDNIGHT = Instant.parse("2026-03-01T00:00:00Z");

    private final AvroSerdes serdes = AvroSerdes.from(Map.of(AvroSerdes.SCHEMA_REGISTRY_URL, "mock://state-of-0.1.0"));
    private final StateCodec<RegionHours, ?> hours = StoredHours.codec(serdes);
    private final StateCodec<RegionState, ?> states = ForecastProcessor.codec(ForecastPlan.DEFAULT, serdes);

    @Test
    void openHoursCloseAsInRelease010() throws IOException {
        then(closed(hours::decode)).containsExactlyElementsOf(recordedHours());
    }

    @Test
    void openHoursCloseTheSameAfterTheyWereStoredAgain() throws IOException {
        then(closed(bytes -> hours.decode(hours.encode(hours.decode(bytes)))))
                .containsExactlyElementsOf(recordedHours());
    }

    @ParameterizedTest
    @CsvSource({"calibrated, 300, false", "warming-up, 30, true"})
    void aRegionIsForecastAsInRelease010(String name, int hour, boolean sparse) throws IOException {
        var kept = read("region-state/" + name + ".bin");

        thenForecastIsAsRecorded(next(states.decode(kept), hour, sparse), name);
        thenForecastIsAsRecorded(next(states.decode(states.encode(states.decode(kept))), hour, sparse), name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"region-state/calibrated.bin", "open-hours/ireland.bin"})
    void rejectsMissingAndAdditionalBytes(String file) throws IOException {
        var whole = read(file);
        var codec = file.startsWith("region") ? states : hours;

        for (int length : List.of(0, 1, 2, 40, whole.length - 1, whole.length + 1)) {
            thenThrownBy(() -> codec.decode(Arrays.copyOf(whole, length)))
                    .as(length + " bytes")
                    .isInstanceOf(StateUnreadableException.class)
                    .hasMessageContaining("store " + codec.store());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"region-state/calibrated.bin", "open-hours/ireland.bin"})
    void namesAnotherVersion(String file) throws IOException {
        var bytes = read(file);
        bytes[0] = 2;
        var codec = file.startsWith("region") ? states : hours;

        thenThrownBy(() -> codec.decode(bytes))
                .isInstanceOf(StateUnreadableException.class)
                .hasMessageContaining("store " + codec.store())
                .hasMessageContaining("begin")
                .hasMessageContaining("with 2, neither Avro nor 1");
    }

    private static List<String> closed(Decoder decoder) throws IOException {
        var store = new MapStore();
        for (String region : List.of("arizona", "ireland", "utah")) {
            store.put(region, decoder.decode(read("open-hours/" + region + ".bin")));
        }
        var rules = new HourRules(Duration.ofMinutes(10), Duration.ofHours(2));
        var events = new PartitionHours(rules, store).passSilence(MIDNIGHT.plusSeconds(16 * 3600));
        var lines = new ArrayList<String>();
        for (HourEvent event : events) {
            if (event instanceof HourEvent.Closed closed) {
                lines.add(line(closed.hour()));
            }
        }
        return lines;
    }

    private interface Decoder {
        RegionHours decode(byte[] bytes);
    }

    private static List<String> recordedHours() throws IOException {
        var lines = Files.readAllLines(STATE.resolve("open-hours/closed.tsv"));
        return lines.subList(1, lines.size());
    }

    private static String line(HourlyFeatures hour) {
        return String.join(
                "\t",
                hour.getRegion(),
                hour.getFleet(),
                hour.getHourStart().toString(),
                Integer.toString(hour.getReadings()),
                Objects.toString(hour.getTemperatureC()),
                Objects.toString(hour.getTemperatureMaxC()),
                Objects.toString(hour.getItLoadMw()),
                Double.toString(hour.getFlexibleLoadMw()),
                Objects.toString(hour.getCarbonGPerKwh()),
                Objects.toString(hour.getWaterLPerKwh()),
                Objects.toString(hour.getPue()),
                Objects.toString(hour.getRelativeHumidityPct()),
                Objects.toString(hour.getWindSpeedMps()));
    }

    private static RegionForecast next(RegionState state, int hour, boolean sparse) {
        return new RegionForecaster(ForecastPlan.DEFAULT)
                .close(state, hour(hour, sparse), ForecastModels.untrained())
                .forecast();
    }

    /** The hour after those in the state, from the data that the states were recorded with. */
    private static HourlyFeatures hour(int at, boolean sparse) {
        double day = StrictMath.sin(2 * Math.PI * at / 24);
        double noise = (at * 7919L % 101) / 50.0 - 1;
        return HourlyFeatures.newBuilder()
                .setRegion("arizona")
                .setFleet("global")
                .setHourStart(MIDNIGHT.plusSeconds(3600L * at))
                .setReadings(60)
                .setTemperatureC(20 + 8 * day + noise)
                .setItLoadMw(sparse ? null : (Double) (50 + 5 * day - noise))
                .setFlexibleLoadMw((double) (at % 6))
                .setCarbonGPerKwh(400 - 100 * day + 10 * noise)
                .setWaterLPerKwh(sparse ? null : (Double) (1.5 + 0.25 * day))
                .setRelativeHumidityPct(40 - 10 * day)
                .setWindSpeedMps(5 + noise)
                .build();
    }

    private static void thenForecastIsAsRecorded(RegionForecast forecast, String name) throws IOException {
        var lines = Files.readAllLines(STATE.resolve("region-state/" + name + "-next.tsv"));
        then(lines).hasSizeGreaterThan(24);
        for (String line : lines.subList(1, lines.size())) {
            var cells = line.split("\t");
            var signal = signal(forecast, Measurement.valueOf(cells[0]));
            var hour = signal.getHours().get(Integer.parseInt(cells[1]) - 1);
            thenSame(hour, cells);
            then(signal.getCalibrationSize()).isEqualTo(Integer.parseInt(cells[6]));
        }
    }

    private static void thenSame(HourInterval hour, String[] cells) {
        thenSame(hour.getPoint(), cells[2]);
        thenSame(hour.getLower(), cells[3]);
        thenSame(hour.getUpper(), cells[4]);
        thenSame(hour.getUpperOneSided(), cells[5]);
    }

    private static void thenSame(@Nullable Double value, String recorded) {
        if (recorded.equals("null")) {
            then(value).isNull();
        } else {
            then(value).isCloseTo(Double.parseDouble(recorded), within(1e-9));
        }
    }

    private static SignalForecast signal(RegionForecast forecast, Measurement signal) {
        return switch (signal) {
            case TEMPERATURE -> forecast.getTemperature();
            case IT_LOAD -> forecast.getItLoad();
            case CARBON -> forecast.getCarbon();
            case WATER -> forecast.getWater();
            case HUMIDITY, WIND, FLEXIBLE_LOAD -> throw new AssertionError(signal + " is not forecast");
        };
    }

    private static byte[] read(String file) throws IOException {
        return Files.readAllBytes(STATE.resolve(file));
    }

    private static final class MapStore implements RegionHoursStore {

        private final Map<String, RegionHours> byRegion = new TreeMap<>();

        @Override
        public @Nullable RegionHours find(String region) {
            return byRegion.get(region);
        }

        @Override
        public void put(String region, RegionHours hours) {
            byRegion.put(region, hours);
        }

        @Override
        public Collection<RegionHours> all() {
            return byRegion.values();
        }
    }
}
