package io.fleetorchestrator.evaluation;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fleetorchestrator.core.time.EpochHours;
import io.fleetorchestrator.producer.regions.FleetModel;
import io.fleetorchestrator.producer.regions.RegionModel;
import io.fleetorchestrator.schemas.contract.HourlyFeatures;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Objects;
import java.util.TreeMap;

/** A season as one HTML page without external resources: it includes the data and draws it. */
final class SeasonReport {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String DATA_PLACEHOLDER = "/*DATA*/";

    private SeasonReport() {}

    static String html(SeasonPlan plan, FleetModel fleet, SeasonRecord record, ObjectNode figures) {
        var data = MAPPER.createObjectNode();
        data.set("figures", figures);
        var regions = data.putArray("regions");
        fleet.regions().forEach(region -> regions.add(region(plan, region, record.hours())));
        // A region's name must not end the script element that contains it.
        return template().replace(DATA_PLACEHOLDER, data.toString().replace("</", "<\\/"));
    }

    private static ObjectNode region(SeasonPlan plan, RegionModel region, HourTable hours) {
        var json = MAPPER.createObjectNode()
                .put("name", region.displayName())
                .put("limitC", region.temperatureLimitC())
                .put("capacityMw", region.capacityMw());
        var days = new TreeMap<Long, TreeMap<Long, HourlyFeatures>>();
        hours.of(region.region())
                .tailMap(EpochHours.floor(plan.from()))
                .forEach((hour, closed) -> days.computeIfAbsent(Math.floorDiv(hour, 24L), day -> new TreeMap<>())
                        .put(hour, closed));
        var day = json.putArray("day");
        var hottest = json.putArray("hottestC");
        var placed = json.putArray("placedMwh");
        days.forEach((number, closed) -> {
            day.add(number);
            add(hottest, hottest(closed.values()));
            add(
                    placed,
                    closed.values().stream()
                            .mapToDouble(HourlyFeatures::getFlexibleLoadMw)
                            .sum());
        });
        return json;
    }

    private static double hottest(Collection<HourlyFeatures> closed) {
        return closed.stream()
                .map(HourlyFeatures::getTemperatureC)
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(Double.NaN);
    }

    private static void add(ArrayNode array, double value) {
        if (Double.isFinite(value)) {
            array.add(Math.round(value * 100) / 100.0);
        } else {
            array.addNull();
        }
    }

    private static String template() {
        try (var page = Objects.requireNonNull(SeasonReport.class.getResourceAsStream("report.html"))) {
            return new String(page.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
