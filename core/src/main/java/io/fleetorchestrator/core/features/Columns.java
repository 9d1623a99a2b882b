package io.fleetorchestrator.core.features;

import static io.fleetorchestrator.core.time.EpochHours.DAY;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * The columns of the model of each signal. All but those of the season are differences or shapes, so that a model also works
 * for a region that is hotter or emits more than all regions of its training.
 */
final class Columns {

    /** Hours back for which the change against the day before is a column: fine at first, then coarse. */
    private static final int[] CHANGE_HOURS = {0, 1, 2, 3, 5, 8, 11, 17, 23};

    private Columns() {}

    /** The groups in every schema of a signal. */
    static List<FeatureGroup> groups(Measurement signal) {
        return List.of(
                new FeatureGroup("hour", horizonAndHour()),
                new FeatureGroup("changes", recentChanges()),
                new FeatureGroup("levels", levels()),
                new FeatureGroup("same_hour", sameHour()),
                new FeatureGroup("surroundings", surroundings(signal)));
    }

    /**
     * The season and absolute levels, which need a full year of training. With less, trees would have to extrapolate.
     */
    static FeatureGroup season() {
        return new FeatureGroup(
                "season",
                List.of(
                        column("season_sin", t -> Math.sin(t.seasonAngle())),
                        column("season_cos", t -> Math.cos(t.seasonAngle())),
                        column("last_level", t -> t.own().at(0)),
                        column("day_level", t -> t.own().dayMean()),
                        column("week_level", t -> t.own().weekMean()),
                        column("anchor_level", Target::anchor)));
    }

    private static List<Column> horizonAndHour() {
        return List.of(
                column("horizon", Target::horizon),
                column("anchor_days", Target::anchorDays),
                column("sun_sin", t -> Math.sin(t.sunAngle())),
                column("sun_cos", t -> Math.cos(t.sunAngle())));
    }

    private static List<Column> recentChanges() {
        return IntStream.of(CHANGE_HOURS)
                .mapToObj(back -> column("day_change_" + back, t -> t.own().dayChange(back)))
                .toList();
    }

    private static List<Column> levels() {
        return List.of(
                column("slope_1", t -> t.own().at(0) - t.own().at(1)),
                column("slope_3", t -> t.own().at(0) - t.own().at(3)),
                column("slope_6", t -> t.own().at(0) - t.own().at(6)),
                column("last_over_day", t -> t.own().at(0) - t.own().dayMean()),
                column("day_over_day_before", t -> t.own().dayMean() - t.own().dayBeforeMean()),
                column("day_over_week", t -> t.own().dayMean() - t.own().weekMean()),
                column("day_range", t -> t.own().dayRange()));
    }

    private static List<Column> sameHour() {
        return List.of(
                column("anchor_over_day", t -> t.anchor() - t.own().dayMean()),
                column("two_days_over_anchor", t -> t.daysBefore(t.anchorDays() + 1) - t.anchor()),
                column("three_days_over_anchor", t -> t.daysBefore(t.anchorDays() + 2) - t.anchor()),
                column("profile_over_anchor", t -> t.profile() - t.anchor()),
                column("last_week_over_anchor", t -> t.lastWeek() - t.anchor()),
                column("last_week_move", Target::lastWeekMove));
    }

    /** Other influences: air on temperature and water, people on load and grid, wind on the grid. */
    private static List<Column> surroundings(Measurement signal) {
        return switch (signal) {
            case TEMPERATURE -> join(air(), change("load", Measurement.IT_LOAD), placedLoad());
            case IT_LOAD -> join(weekday(), change("temperature", Measurement.TEMPERATURE));
            case CARBON -> join(weekday(), wind(), change("temperature", Measurement.TEMPERATURE));
            case WATER -> join(air(), change("temperature", Measurement.TEMPERATURE), level("temperature"));
            case HUMIDITY, WIND, FLEXIBLE_LOAD -> throw new IllegalArgumentException(signal + " is not forecast");
        };
    }

    private static List<Column> air() {
        return join(
                List.of(
                        column("humidity", t -> t.other(Measurement.HUMIDITY, 0)),
                        column("humidity_change", t -> dayChange(t, Measurement.HUMIDITY))),
                wind());
    }

    private static List<Column> wind() {
        return List.of(
                column("wind", t -> t.other(Measurement.WIND, 0)),
                column("wind_change", t -> dayChange(t, Measurement.WIND)));
    }

    private static List<Column> weekday() {
        return List.of(column("weekday", Target::weekday));
    }

    private static List<Column> level(String name) {
        return List.of(column(name + "_level", t -> t.other(Measurement.TEMPERATURE, 0)));
    }

    private static List<Column> change(String name, Measurement measurement) {
        return List.of(column(name + "_change", t -> dayChange(t, measurement)));
    }

    /** Load of placed workloads now, compared with the load at the anchor. */
    private static List<Column> placedLoad() {
        return List.of(column(
                "placed_over_anchor",
                t -> t.other(Measurement.FLEXIBLE_LOAD, 0) - t.anchorOf(Measurement.FLEXIBLE_LOAD)));
    }

    private static double dayChange(Target target, Measurement measurement) {
        return target.other(measurement, 0) - target.other(measurement, DAY);
    }

    private static Column column(String name, ToDoubleFunction<Target> formula) {
        return new Column(name, formula);
    }

    @SafeVarargs
    private static List<Column> join(List<Column>... parts) {
        var joined = new ArrayList<Column>();
        for (List<Column> part : parts) {
            joined.addAll(part);
        }
        return joined;
    }
}
