package io.fleetorchestrator.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TableTest {

    @Test
    void alignsWordsToTheLeftAndNumbersToTheRight() {
        // given
        var table = new Table("region", "MW").row("arizona", "5.0").row("ireland", "12.5");

        // when
        var lines = table.render().lines();

        // then
        assertThat(lines).containsExactly("region     MW", "arizona   5.0", "ireland  12.5");
    }

    @Test
    void rejectsARowThatDoesNotFitItsHeadings() {
        assertThatThrownBy(() -> new Table("region").row("a", "b")).hasMessageContaining("2 cells under 1 headings");
    }

    @Test
    void escapesControlCharactersInCells() {
        assertThat(new Table("region").row("\u001b]0;pwned\u0007\nx").render().lines())
                .containsExactly("region", "\\u001b]0;pwned\\u0007\\u000ax");
    }

    @Test
    void usesColoursOnlyOnATerminal() {
        assertThat(Style.wanted(Map.of(), true)).isTrue();
        assertThat(Style.wanted(Map.of(), false)).isFalse();
        assertThat(Style.wanted(Map.of("NO_COLOR", "1"), true)).isFalse();
        assertThat(Style.RED.on("stop", false)).isEqualTo("stop");
        assertThat(Style.RED.on("stop", true)).contains("stop").startsWith("\u001b[31m");
    }
}
