package io.fleetorchestrator.producer.regions;

/**
 * The inflexible IT load of a region, as shares of its capacity.
 *
 * @param meanShare mean on working days
 * @param diurnalShare amplitude of the day
 * @param weekendShare reduction on weekend days
 * @param noiseShare standard deviation of the remaining noise
 */
public record Load(double meanShare, double diurnalShare, double weekendShare, double noiseShare) {

    public Load {
        Require.within("meanShare", meanShare, 0, 1);
        Require.within("diurnalShare", diurnalShare, 0, 0.5);
        Require.within("weekendShare", weekendShare, 0, 0.5);
        Require.within("noiseShare", noiseShare, 0, 0.2);
    }

    /** The mean over a whole week, weekends included. */
    public double weeklyMeanShare() {
        return meanShare - weekendShare * 2 / 7;
    }
}
