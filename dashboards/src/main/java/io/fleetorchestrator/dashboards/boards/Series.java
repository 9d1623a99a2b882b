package io.fleetorchestrator.dashboards.boards;

/** Series, filtered by the variables of a dashboard. */
final class Series {

    private Series() {}

    /** For the selected regions. */
    static String regions(String metric, String... more) {
        return chosen(metric, "fleet=~\"$fleet\", region=~\"$region\"", more);
    }

    /** For the selected fleets. */
    static String fleets(String metric, String... more) {
        return chosen(metric, "fleet=~\"$fleet\"", more);
    }

    /** For the selected services. */
    static String services(String metric, String... more) {
        return chosen(metric, "service=~\"$service\"", more);
    }

    /** Decided requests without dry runs. */
    static String decisions(String... more) {
        return chosen("fleet_decisions_total", "fleet=~\"$fleet\", action=\"SUBMIT\", dry_run=\"false\"", more);
    }

    /** Increase over the selected range. */
    static String grown(String series) {
        return "sum(increase(" + series + "[$__range]))";
    }

    static String rate(String by, String series) {
        return "sum by (" + by + ") (rate(" + series + "[$__rate_interval]))";
    }

    /** A sum that is zero, not unknown, where nothing has been counted yet. */
    static String orZero(String expr) {
        return "(" + expr + ") or vector(0)";
    }

    private static String chosen(String metric, String labels, String... more) {
        return metric + "{" + labels + (more.length == 0 ? "" : ", " + String.join(", ", more)) + "}";
    }
}
