package io.fleetorchestrator.dashboards.grafana;

/** Units by their ids in Grafana, which has none for intensities. */
public enum Unit {
    CELSIUS("celsius"),
    SHARE("percentunit"),
    COUNT("short"),
    SECONDS("s"),
    MILLISECONDS("ms"),
    BYTES("bytes"),
    MEGAWATT("megwatt"),
    MEGAWATT_HOURS("suffix: MWh"),
    KILOGRAM("masskg"),
    LITRE("litre"),
    EURO("currencyEUR"),
    PER_SECOND("cps"),
    GRAM_PER_KWH("suffix: g/kWh"),
    LITRE_PER_KWH("suffix: L/kWh"),
    TIME_AGO("dateTimeFromNow"),
    /** For tables, whose columns have their own units, and for a signal that the viewer selects. */
    NONE("none");

    private final String id;

    Unit(String id) {
        this.id = id;
    }

    String id() {
        return id;
    }
}
