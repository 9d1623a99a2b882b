package io.fleetorchestrator.benchmarks.figures;

import static org.assertj.core.api.BDDAssertions.then;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class FiguresTest {

    @Test
    void takesTheMiddleOfAnOddNumberOfRounds() {
        then(Spread.of(List.of(5.0, 1.0, 3.0))).isEqualTo(new Spread(3, 1, 5));
    }

    @Test
    void takesTheMeanOfTheTwoInTheMiddleOfAnEvenNumber() {
        then(Spread.of(List.of(4.0, 1.0, 2.0, 8.0)).median()).isEqualTo(3);
    }

    @Test
    void givesAMeasuredTimeAsPercentile() {
        // given a hundred times of 1 to 100 ms
        var latencies = Latencies.ofNanos(
                LongStream.rangeClosed(1, 100).map(ms -> ms * 1_000_000).toArray());
        // then
        then(latencies.ms(0.5)).isEqualTo(50);
        then(latencies.ms(0.99)).isEqualTo(99);
        then(latencies.ms(0.999)).isEqualTo(100);
    }

    @Test
    void hasNoPercentileWithoutTimes() {
        then(Latencies.ofNanos(new long[0]).ms(0.5)).isNaN();
    }

    @Test
    void writesOneLineOfJsonWithFourDigits() {
        then(Figures.of("ingest")
                        .put("perSecond", new Spread(123_456.7, 1, 2))
                        .put("none", Double.NaN)
                        .json())
                .isEqualTo(
                        "{\"bench\":\"ingest\",\"perSecond\":123500.0,\"perSecondMin\":1.0,\"perSecondMax\":2.0,\"none\":null}");
    }
}
