package io.fleetorchestrator.evaluation;

/** The exact upper confidence bound of a counted share. */
final class ClopperPearson {

    private static final int HALVINGS = 60;

    private ClopperPearson() {}

    /** The share above which this number of hits or fewer has less than this probability. */
    static double upper(long hits, long trials, double confidence) {
        if (hits >= trials) {
            return 1;
        }
        double least = 0;
        double most = 1;
        for (int i = 0; i < HALVINGS; i++) {
            double share = (least + most) / 2;
            if (atMost(hits, trials, share) > 1 - confidence) {
                least = share;
            } else {
                most = share;
            }
        }
        return most;
    }

    /** The probability of at most this many hits; in logarithms, because the first terms underflow for thousands of trials. */
    private static double atMost(long hits, long trials, double share) {
        double odds = Math.log(share) - Math.log1p(-share);
        double log = trials * Math.log1p(-share);
        double sum = Math.exp(log);
        for (long hit = 0; hit < hits; hit++) {
            log += Math.log((double) (trials - hit) / (hit + 1)) + odds;
            sum += Math.exp(log);
        }
        return sum;
    }
}
