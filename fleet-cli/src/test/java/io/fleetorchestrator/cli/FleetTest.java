package io.fleetorchestrator.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.fleetorchestrator.cli.console.ExitCode;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class FleetTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void showsItsCommandsAndExitCodes() {
        assertThat(run("--help")).isEqualTo(ExitCode.OK);
        assertThat(out.toString()).contains("submit", "decisions", "Exit codes:", "4  BLOCKED");
    }

    @Test
    void helpOfEveryCommandFitsIntoEightyColumns() {
        for (var name : Fleet.commandLine().getSubcommands().keySet()) {
            assertThat(run(name, "--help")).as(name).isEqualTo(ExitCode.OK);
        }
        assertThat(out.toString().lines()).allMatch(line -> line.length() <= 80);
    }

    @Test
    void suggestsTheNearestCommand() {
        assertThat(run("submt")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("submt").contains("fleet submit");
    }

    @Test
    void namesTheFlagWithAnInvalidValue() {
        assertThat(run("submit", "--hours", "many")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("--hours").contains("many").doesNotContain("at picocli");
    }

    @Test
    void namesAMissingFile() {
        assertThat(run("submit", "--file", "nowhere.yaml")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("--file nowhere.yaml: there is no such file");
    }

    @Test
    void namesTheMissingFlagsOfASubmission() {
        assertThat(run("submit")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("--power-mw and --hours are missing");
    }

    @Test
    void rejectsInvalidRequestsByTheRulesOfTheScheduler() {
        assertThat(run("submit", "--power-mw", "-5", "--hours", "4")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("powerMw", "-5.0").doesNotContain("brokers");
        assertThat(run("submit", "--power-mw", "5", "--hours", "-4")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("durationHours", "-4");
    }

    @Test
    void rejectsInvalidNumbers() {
        assertThat(run("decisions", "--last", "-3")).isEqualTo(ExitCode.USAGE);
        assertThat(run("what-if", "--from", "a", "--to", "b", "--shift", "200")).isEqualTo(ExitCode.USAGE);
        assertThat(run("what-if", "--from", "a", "--to", "a", "--shift", "20")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("--last -3", "--shift 200.0", "--from and --to are both 'a'");
    }

    @Test
    void escapesControlCharactersOfArguments() {
        assertThat(run("submit", "--hours", "\u001b]0;pwned\u0007")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("\\u001b]0;pwned\\u0007").doesNotContain("\u001b", "\u0007");
    }

    @Test
    void needsARegistryForAnExistingKafka() {
        assertThat(run("up", "--bootstrap-servers", "localhost:1")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString().lines()).as("one line cause, one line cure").hasSize(2);
        assertThat(err.toString()).contains("--schema-registry-url");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "help", "profiles", "topics", "bench", "help profiles", "help profiles apply"})
    void showsHelp(String command) {
        assertThat(run(command.isEmpty() ? new String[0] : command.split(" "))).isEqualTo(ExitCode.OK);
        assertThat(out.toString()).contains("Usage: fleet " + command.replaceFirst("^help ?", ""));
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void namesACommandWithoutHelp() {
        assertThat(run("help", "profiles", "aply")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("there is no command 'fleet profiles aply'");
    }

    @Test
    void showsItsVersion() {
        assertThat(run("version")).isEqualTo(ExitCode.OK);
        assertThat(out.toString()).startsWith("fleet ").contains("Java ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"submit --deadline 18h", "submit --wait 90s", "up --history 7d", "evaluate --season 10d"})
    void takesDurationsAsPeopleWriteThem(String command) {
        assertThatCode(() -> Fleet.commandLine().parseArgs(command.split(" "))).doesNotThrowAnyException();
    }

    @Test
    void showsHowToWriteADuration() {
        assertThat(run("up", "--history", "7 days")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("--history", "'7 days' is not a duration; write it like 90m, 18h or 7d");
        assertThat(run("submit", "--deadline", "tomorrow")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString())
                .contains("--deadline", "'tomorrow' is not a time; write a duration from now like 18h");
    }

    private int run(String... args) {
        CommandLine fleet = Fleet.commandLine();
        fleet.setOut(new PrintWriter(out, true));
        fleet.setErr(new PrintWriter(err, true));
        return fleet.execute(args);
    }
}
