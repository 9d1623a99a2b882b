package io.fleetorchestrator.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetorchestrator.cli.terminal.BandChart.Hour;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BandChartTest {

    @Test
    void drawsTheBandBelowTheLimitWithTheHoursAheadUnderIt() {
        // given
        var hours = IntStream.range(0, 24)
                .mapToObj(hour -> new Hour(20, 22, 24, 23.5))
                .toList();

        // when
        var chart = new BandChart(hours, 35, 12, 80).render().lines().toList();

        // then
        assertThat(chart).hasSize(13).allMatch(line -> line.length() <= 80);
        assertThat(chart.get(0)).contains("35").contains("─");
        assertThat(chart).anyMatch(line -> line.contains("●")).anyMatch(line -> line.contains("▔"));
        assertThat(chart.get(12)).contains("+h").contains("12").endsWith("24");
    }

    @Test
    void marksTheHoursWhoseBoundCrossesTheLimit() {
        // given
        var safe = new Hour(30, 32, 34, 33.5);
        var risky = new Hour(32, 34, 36.5, 36);

        // when
        var chart = new BandChart(List.of(safe, risky), 35, 10, 40).render();

        // then
        assertThat(chart).contains("!");
    }

    @Test
    void leavesAGapWhereThereIsNoForecast() {
        // given
        var hole = new Hour(Double.NaN, Double.NaN, Double.NaN, Double.NaN);

        // when
        var chart = new BandChart(List.of(hole), 35, 4, 40).render();

        // then
        assertThat(chart).doesNotContain("●").doesNotContain("░");
    }
}
