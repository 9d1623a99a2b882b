package io.fleetorchestrator.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WidthTest {

    private final Width ten = new Width(10);

    @Test
    void dropsWhatDoesNotFitFromTheEnd() {
        assertThat(ten.fit("12345", "67890", "1")).isEqualTo("1234567890");
        assertThat(ten.fit("12345", "678901", "2")).as("nothing behind a gap").isEqualTo("12345");
        assertThat(ten.fit("longer than the line"))
                .as("the first part is never lost")
                .isEqualTo("longer than the line");
    }

    @Test
    void continuesOnFurtherLines() {
        assertThat(ten.flow("  ", "12345", ", 67", ", 89", ", 0").lines()).containsExactly("12345, 67", "  89, 0");
        assertThat(Width.UNBOUNDED.flow("  ", "12345", ", 67")).isEqualTo("12345, 67");
    }

    @Test
    void doesNotCountColours() {
        assertThat(ten.fit(Style.RED.on("12345", true), "67890")).endsWith("67890");
    }

    @Test
    void wrapsBetweenWordsAndIndentsFurtherLines() {
        assertThat(ten.wrap("  ", "one two three four").lines()).containsExactly("  one two", "    three", "    four");
    }

    @Test
    void leavesLinesWholeWithoutATerminal() {
        assertThat(Width.UNBOUNDED.wrap("  ", "one two three four")).isEqualTo("  one two three four");
    }
}
