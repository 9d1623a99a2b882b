package io.fleetorchestrator.producer.regions;

import io.fleetorchestrator.core.outlook.Curve;
import java.util.List;

/**
 * The properties of a simulated region.
 *
 * @param region its key
 * @param displayName its display name
 * @param latitudeDeg degrees north
 * @param longitudeDeg degrees east; sets its local solar time
 * @param capacityMw IT power capacity, megawatts
 * @param temperatureLimitC limit of the inlet temperature, degrees Celsius
 * @param heatCouplingC degrees Celsius that a load of the full capacity adds
 * @param climate its weather
 * @param load its inflexible load
 * @param grid its electricity
 * @param pueByTemperature power usage effectiveness over inlet temperature
 * @param waterByTemperature litres per kilowatt-hour of IT energy over inlet temperature
 */
public record RegionModel(
        String region,
        String displayName,
        double latitudeDeg,
        double longitudeDeg,
        double capacityMw,
        double temperatureLimitC,
        double heatCouplingC,
        Climate climate,
        Load load,
        Grid grid,
        List<Curve.Point> pueByTemperature,
        List<Curve.Point> waterByTemperature) {

    public RegionModel {
        Require.named("region", region);
        Require.within("latitudeDeg", latitudeDeg, -90, 90);
        Require.within("longitudeDeg", longitudeDeg, -180, 180);
        // A reading of more than 10 GW is rejected.
        Require.within("capacityMw", capacityMw, 1e-3, 10_000);
        Require.within("temperatureLimitC", temperatureLimitC, -20, 60);
        Require.within("heatCouplingC", heatCouplingC, 0, 30);
        pueByTemperature = Curve.through(pueByTemperature).points();
        waterByTemperature = Curve.through(waterByTemperature).points();
    }

    /** The same region with another climate. */
    RegionModel in(Climate other) {
        return new RegionModel(
                region,
                displayName,
                latitudeDeg,
                longitudeDeg,
                capacityMw,
                temperatureLimitC,
                heatCouplingC,
                other,
                load,
                grid,
                pueByTemperature,
                waterByTemperature);
    }
}
