package io.fleetorchestrator.cli.console;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fleetorchestrator.cli.terminal.Style;
import io.fleetorchestrator.cli.terminal.Width;
import io.fleetorchestrator.runtime.text.Visible;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import org.apache.avro.specific.SpecificRecord;
import picocli.CommandLine.Option;

/** Data goes to standard output, as text or as JSON, one record a line; errors and progress go to standard error. */
public final class Output {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Option(names = "--json", description = "Print JSON, one object a line.")
    boolean json;

    private final PrintStream out = System.out;
    private final PrintStream err = System.err;

    /** Prints a record: as JSON with {@code --json}, else as this text. */
    public void print(SpecificRecord record, String text) {
        print(record.toString(), text);
    }

    /** The same for a value whose JSON is made already. */
    public void print(String asJson, String text) {
        out.println(json ? Visible.lines(asJson) : Visible.colouredLines(text));
    }

    /** Prints a view as JSON, as the API would. */
    public void json(Object view) {
        try {
            out.println(Visible.text(JSON.writeValueAsString(view)));
        } catch (JsonProcessingException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** Prints text, whatever the format. */
    public void text(String text) {
        out.print(Visible.colouredLines(text));
        out.flush();
    }

    /** Prints progress on standard error, so that standard output holds data only. */
    public void progress(String text) {
        err.println(Visible.lines(text));
    }

    /** Prints one line for the cause and one for the cure. */
    public void error(String cause, String cure) {
        err.println("fleet: " + Visible.text(cause));
        err.println("       " + Visible.text(cure));
    }

    public void error(CliException failure) {
        error(String.valueOf(failure.getMessage()), failure.cure());
    }

    public boolean isJson() {
        return json;
    }

    /** Lines are cut to the width of a terminal, and are whole in a pipe or a file. */
    public Width width() {
        return isTerminal() ? Width.ofTerminal() : Width.UNBOUNDED;
    }

    /** The launcher finds out whether standard output is a terminal: before JDK 22, Java cannot. */
    public boolean isTerminal() {
        return Boolean.getBoolean("fleet.terminal");
    }

    public boolean coloured() {
        return Style.wanted(System.getenv(), isTerminal());
    }
}
