package io.fleetorchestrator.evaluation;

/** Approved hours with a forecast margin between two temperatures, and how many of them were above the limit. */
final class MarginBucket {

    final double from;
    final double to;
    private long hours;
    private long breaches;

    MarginBucket(double from, double to) {
        this.from = from;
        this.to = to;
    }

    boolean holds(double marginC) {
        return marginC > from && marginC <= to;
    }

    void add(boolean breached) {
        hours++;
        breaches += breached ? 1 : 0;
    }

    long hours() {
        return hours;
    }

    long breaches() {
        return breaches;
    }
}
