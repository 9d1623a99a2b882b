package io.fleetorchestrator.producer.regions;

import io.fleetorchestrator.core.outlook.Curve;
import java.util.List;

/** A fleet to test with: a hot and a mild region. */
public final class SomeFleet {

    private static final List<Curve.Point> PUE = List.of(new Curve.Point(0, 1.1), new Curve.Point(40, 1.2));
    private static final List<Curve.Point> WATER = List.of(new Curve.Point(20, 0), new Curve.Point(40, 4));
    private static final Load LOAD = new Load(0.55, 0.08, 0.05, 0.025);

    public static final RegionModel HOT = new RegionModel(
            "hot",
            "Hot",
            33,
            -112,
            100,
            35,
            5,
            new Climate(24, 8, 11, 3, 0.965, 6, 6, 32, 3, 0.45, 4),
            LOAD,
            new Grid(440, 130, 0, 25, 120, 650),
            PUE,
            WATER);

    public static final RegionModel MILD = new RegionModel(
            "mild",
            "Mild",
            53,
            -6,
            80,
            35,
            8,
            new Climate(10, 4, 5, 2.5, 0.965, 4, 5, 82, 7, 0.45, 6),
            LOAD,
            new Grid(275, 20, 180, 25, 50, 600),
            PUE,
            WATER);

    public static final FleetModel FLEET = new FleetModel("some", FleetModel.Policy.DEFAULT, List.of(HOT, MILD));

    private SomeFleet() {}
}
