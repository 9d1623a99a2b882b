package io.fleetorchestrator.dashboards.boards;

/** Series as the variables of a dashboard choose them. */
final class Series {

    private Series() {}

    /** Of the chosen regions. */
    static String regions(String metric, String... more) {
        return chosen(metric, "fleet=~\"$fleet\", region=~\"$region\"", more);
    }

    /** Of the chosen fleets. */
    static String fleets(String metric, String... more) {
        return chosen(metric, "fleet=~\"$fleet\"", more);
    }

    /** Of the chosen services. */
    static String services(String metric, String... more) {
        return chosen(metric, "service=~\"$service\"", more);
    }

    /** Requests that were submitted in earnest. */
    static String decisions(String... more) {
        return chosen("fleet_decisions_total", "fleet=~\"$fleet\", action=\"SUBMIT\", dry_run=\"false\"", more);
    }

    /** Growth over the whole range that is looked at. */
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
