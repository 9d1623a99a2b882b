package io.fleetorchestrator.benchmarks.startup;

/** An empty JVM: no start can be faster. */
final class Nothing {

    static final String STARTED = "started";

    private Nothing() {}

    public static void main(String[] args) {
        System.out.println(STARTED);
    }
}
