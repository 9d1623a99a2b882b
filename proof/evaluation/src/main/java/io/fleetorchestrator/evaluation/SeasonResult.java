package io.fleetorchestrator.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fleetorchestrator.producer.regions.FleetModel;
import java.math.BigDecimal;
import java.util.Locale;

/** The result of a season. */
public final class SeasonResult {

    /** The largest share of approved hours above the limit. */
    private static final double ALPHA = 0.05;

    private static final double CONFIDENCE = 0.95;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final SeasonPlan plan;
    private final FleetModel fleet;
    private final SeasonRecord record;
    private final SeasonSummary account;
    private final double seconds;

    SeasonResult(SeasonPlan plan, FleetModel fleet, SeasonRecord record, SeasonSummary account, double seconds) {
        this.plan = plan;
        this.fleet = fleet;
        this.record = record;
        this.account = account;
        this.seconds = seconds;
    }

    /** Whether all guarantees were kept: breaches, capacity, one decision each, and less carbon and water than the baseline. */
    public boolean kept() {
        return promises().breaches() <= ALPHA * promises().hours()
                && promises().overCommitted() == 0
                && record.unanswered() == 0
                && account.toll().carbonKg() < account.tollAtHome().carbonKg()
                && account.toll().waterL() < account.tollAtHome().waterL();
    }

    private CalibrationAudit promises() {
        return account.promises();
    }

    /** One JSON object. */
    public ObjectNode json() {
        var json = MAPPER.createObjectNode()
                .put("seed", plan.seed())
                .put("from", plan.from().toString())
                .put("days", plan.length().toDays())
                .put("kept", kept());
        requests(json);
        promises(json);
        var toll = account.toll();
        var home = account.tollAtHome();
        cost(json, "carbonKg", toll.carbonKg(), home.carbonKg());
        cost(json, "waterL", toll.waterL(), home.waterL());
        cost(json, "energyMwh", toll.energyMwh(), home.energyMwh());
        json.set("advisories", MAPPER.valueToTree(record.advisories()));
        return json.put("seconds", rounded(seconds));
    }

    private void requests(ObjectNode json) {
        long approved = record.approved().count();
        long blocked = record.blocked().count();
        json.put("requests", approved + blocked + record.unanswered())
                .put("approved", approved)
                .put("blocked", blocked)
                .put("unanswered", record.unanswered())
                .put("blockedShare", share(blocked, approved + blocked))
                .put("meanDelayHours", rounded(account.meanDelayHours()))
                .put("missedBlocks", promises().missedBlocks())
                .put("missedBlockShare", share(promises().missedBlocks(), approved))
                .put("falseBlocks", account.falseBlocks())
                .put("falseBlockShare", share(account.falseBlocks(), blocked));
    }

    private void promises(ObjectNode json) {
        long hours = promises().hours();
        long breaches = promises().breaches();
        var overload = account.overload();
        json.put("approvedHours", hours)
                .put("breaches", breaches)
                .put("breachShare", share(breaches, hours))
                .put("breachShareUpper95", rounded(ClopperPearson.upper(breaches, hours, CONFIDENCE)))
                .put("boundMissShare", share(promises().boundsMissed(), hours))
                .put("capacityViolations", promises().overCommitted())
                .put("overloadedHours", overload.hours())
                .put("overloadedShare", rounded(overload.share()))
                .put("overloadedByOwnLoad", overload.byOwnLoad())
                .put("overloadedMostMw", rounded(overload.mostMw()))
                .put("busyRegionHours", overload.busyHours())
                .put("breachShareAtHome", share(account.breachesAtHome(), account.hoursAtHome()))
                .put("overloadedHoursAtHome", account.overloadedHoursAtHome());
        var buckets = json.putArray("byMargin");
        promises()
                .buckets()
                .forEach(bucket -> buckets.addObject()
                        .put("marginC", name(bucket))
                        .put("hours", bucket.hours())
                        .put("breaches", bucket.breaches())
                        .put("breachShare", share(bucket.breaches(), bucket.hours()))
                        .put(
                                "breachShareUpper95",
                                rounded(ClopperPearson.upper(bucket.breaches(), bucket.hours(), CONFIDENCE))));
    }

    private static String name(MarginBucket bucket) {
        return Double.isInfinite(bucket.to)
                ? "above " + (int) bucket.from
                : (int) bucket.from + " to " + (int) bucket.to;
    }

    private static void cost(ObjectNode json, String name, double with, double without) {
        json.put(name, rounded(with))
                .put(name + "AtHome", rounded(without))
                .put(name + "SavedShare", rounded(FootprintTotals.saved(with, without)));
    }

    private static double share(long part, long whole) {
        return whole == 0 ? 0 : rounded((double) part / whole);
    }

    private static double rounded(double value) {
        return Math.round(value * 1e5) / 1e5;
    }

    /** The same as text. */
    public String text() {
        var json = json();
        var text = new StringBuilder();
        json.properties().stream()
                .filter(field -> field.getValue().isValueNode())
                .forEach(field -> line(text, field.getKey(), plain(field.getValue())));
        json.get("advisories")
                .properties()
                .forEach(kind -> line(text, "advisories " + kind.getKey(), plain(kind.getValue())));
        json.get("byMargin")
                .forEach(bucket -> line(
                        text,
                        "margin " + bucket.get("marginC").asText() + " °C",
                        bucket.get("breaches") + " breaches in " + bucket.get("hours") + " hours"));
        return text.toString();
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append(String.format(Locale.ROOT, "%-36s %s%n", name, value));
    }

    /** Without exponents, so that it is readable. */
    private static String plain(JsonNode value) {
        return value.isDouble() ? BigDecimal.valueOf(value.doubleValue()).toPlainString() : value.asText();
    }

    /** A page without external resources. */
    public String html() {
        return SeasonReport.html(plan, fleet, record, json());
    }
}
