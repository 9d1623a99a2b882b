package io.fleetorchestrator.dashboards.grafana;

/** Units, by the ids Grafana knows them by; it has none for intensities. */
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
    /** Cells of a table have units of their own, a signal that is chosen has its own too. */
    NONE("none");

    private final String id;

    Unit(String id) {
        this.id = id;
    }

    String id() {
        return id;
    }
}
