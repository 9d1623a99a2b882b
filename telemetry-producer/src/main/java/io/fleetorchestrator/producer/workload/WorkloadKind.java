package io.fleetorchestrator.producer.workload;

import io.fleetorchestrator.schemas.contract.Priority;

/** The kinds of workloads, as in traces of shared clusters: many small and short ones, few large and long ones. */
enum WorkloadKind {
    /** Serves users: immediately, in the home region. */
    SERVICE("api", 0.08, 1, 2, 0.5, 0, Priority.CRITICAL),
    /** A person waits for it. */
    INTERACTIVE("notebook", 0.22, 1, 3, 0.4, 3, Priority.HIGH),
    /** Due within the day. */
    BATCH("batch", 0.45, 1, 4, 0.8, 10, Priority.NORMAL),
    /** Due by tomorrow. */
    ANALYTICS("analytics", 0.17, 3, 6, 1.5, 14, Priority.NORMAL),
    /** At any time. */
    TRAINING("training", 0.08, 6, 12, 3.0, 11, Priority.LOW);

    final String label;
    final double share;
    final int leastHours;
    final int mostHours;
    /** Power relative to the mean workload. */
    final double size;
    /** Hours that it may wait. */
    final int slackHours;

    final Priority priority;

    WorkloadKind(
            String label, double share, int leastHours, int mostHours, double size, int slackHours, Priority priority) {
        this.label = label;
        this.share = share;
        this.leastHours = leastHours;
        this.mostHours = mostHours;
        this.size = size;
        this.slackHours = slackHours;
        this.priority = priority;
    }

    /** The kind for a uniform draw. */
    static WorkloadKind drawn(double uniform) {
        double left = uniform;
        for (var kind : values()) {
            left -= kind.share;
            if (left < 0) {
                return kind;
            }
        }
        return TRAINING;
    }

    /** Mean of size × hours over all kinds. */
    static double meanSizeHours() {
        double sum = 0;
        for (var kind : values()) {
            sum += kind.share * kind.size * (kind.leastHours + kind.mostHours) / 2.0;
        }
        return sum;
    }
}
