package io.fleetorchestrator.core.outlook;

/** Round-trip times estimated from the distance, for regions without a measured one. */
final class GreatCircle {

    private static final double EARTH_RADIUS_KM = 6371;

    /** Light in glass travels 200 km in a millisecond, which is 100 km of distance for a round trip. */
    private static final double KM_PER_ROUND_TRIP_MS = 100;

    /** Cables do not follow great circles; real paths are about half as long again. */
    private static final double DETOUR = 1.5;

    private GreatCircle() {}

    static double roundTripMs(RegionTerms from, RegionTerms to) {
        return distanceKm(from, to) * DETOUR / KM_PER_ROUND_TRIP_MS;
    }

    private static double distanceKm(RegionTerms from, RegionTerms to) {
        double latitudes = Math.toRadians(to.latitudeDeg() - from.latitudeDeg());
        double longitudes = Math.toRadians(to.longitudeDeg() - from.longitudeDeg());
        double haversine = square(Math.sin(latitudes / 2))
                + Math.cos(Math.toRadians(from.latitudeDeg()))
                        * Math.cos(Math.toRadians(to.latitudeDeg()))
                        * square(Math.sin(longitudes / 2));
        return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(haversine)));
    }

    private static double square(double value) {
        return value * value;
    }
}
