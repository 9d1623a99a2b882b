package io.fleetorchestrator.benchmarks.startup;

/** Starts nothing: no JVM can be up sooner. */
final class Nothing {

    static final String STARTED = "started";

    private Nothing() {}

    public static void main(String[] args) {
        System.out.println(STARTED);
    }
}
