package io.fleetorchestrator.core.replay;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;

import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvLineTest {

    @Property(tries = 300)
    void splitsLinesWithoutQuotesAtEachComma(
            @ForAll @Size(min = 1, max = 10)
                    List<@CharRange(from = ' ', to = '~') @StringLength(max = 12) String> texts) {
        var line = String.join(",", texts).replace("\"", "");

        then(CsvLine.parse(line).cells()).containsExactly(line.split(",", -1));
    }

    @Property(tries = 300)
    void givesTheSamePlainCellsAndColumnsIfAnotherCellIsQuoted(
            @ForAll @Size(min = 1, max = 10) List<@AlphaChars @StringLength(max = 12) String> texts) {
        var line = String.join(",", texts);

        var plain = CsvLine.parse(line);
        var parsed = CsvLine.parse(line + ",\"quoted\"");

        then(parsed.cells().subList(0, plain.size())).isEqualTo(plain.cells());
        then(parsed.columns().subList(0, plain.size())).isEqualTo(plain.columns());
    }

    @Property(tries = 300)
    void readsAnyQuotedText(
            @ForAll @Size(min = 1, max = 6)
                    List<@CharRange(from = ' ', to = '~') @StringLength(max = 12) String> texts) {
        var line = texts.stream()
                .map(text -> '"' + text.replace("\"", "\"\"") + '"')
                .collect(Collectors.joining(","));

        var read = CsvLine.parse(line);

        then(read.cells()).isEqualTo(texts);
        then(read.columns()).allSatisfy(column -> then(line.charAt(column - 1)).isEqualTo('"'));
    }

    @Test
    void givesTheColumnOfEachCellInTheLine() {
        then(CsvLine.parse("ab,\"c,\"\"d\",,e").columns()).containsExactly(1, 4, 12, 13);
        then(CsvLine.parse("ab,\"c,\"\"d\",,e").cells()).containsExactly("ab", "c,\"d", "", "e");
    }

    @Test
    void skipsAByteOrderMarkAtTheStartOfAFile() {
        then(CsvLine.parseFirst("\ufefftime,region").cells()).containsExactly("time", "region");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a,\"b", "a,\"b\"c,d"})
    void rejectsQuotesThatDoNotMatch(String line) {
        thenThrownBy(() -> CsvLine.parse(line))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("check its quotes");
    }

    @Test
    void namesABrokenLineByItsFirstCharactersOnly() {
        var line = "\"" + "x".repeat(400_000);

        thenThrownBy(() -> CsvLine.parse(line))
                .satisfies(broken -> then(broken.getMessage()).hasSizeLessThan(200));
    }
}
