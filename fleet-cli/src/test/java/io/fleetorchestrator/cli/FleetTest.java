package io.fleetorchestrator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetorchestrator.cli.console.ExitCode;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
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
    void everyCommandExplainsItselfWithinEightyColumns() {
        for (var name : Fleet.commandLine().getSubcommands().keySet()) {
            assertThat(run(name, "--help")).as(name).isEqualTo(ExitCode.OK);
        }
        assertThat(out.toString().lines()).allMatch(line -> line.length() <= 80);
    }

    @Test
    void suggestsTheCommandThatWasMeant() {
        assertThat(run("submt")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("submt").contains("fleet submit");
    }

    @Test
    void namesTheFlagWhoseValueIsWrong() {
        assertThat(run("submit", "--hours", "many")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("--hours").contains("many").doesNotContain("at picocli");
    }

    @Test
    void namesTheFileThatIsNotThere() {
        assertThat(run("submit", "--file", "nowhere.yaml")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("--file nowhere.yaml: there is no such file");
    }

    @Test
    void namesWhatASubmissionLacks() {
        assertThat(run("submit")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("--power-mw and --hours are missing");
    }

    @Test
    void refusesByTheRulesOfTheSchedulerWhatItWouldBlock() {
        assertThat(run("submit", "--power-mw", "-5", "--hours", "4")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("powerMw", "-5.0").doesNotContain("brokers");
        assertThat(run("submit", "--power-mw", "5", "--hours", "-4")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("durationHours", "-4");
    }

    @Test
    void refusesFiguresThatCannotBeMeant() {
        assertThat(run("decisions", "--last", "-3")).isEqualTo(ExitCode.USAGE);
        assertThat(run("what-if", "--from", "a", "--to", "b", "--shift", "200")).isEqualTo(ExitCode.USAGE);
        assertThat(run("what-if", "--from", "a", "--to", "a", "--shift", "20")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("--last -3", "--shift 200.0", "--from and --to are both 'a'");
    }

    @Test
    void writesControlCharactersOfAnyArgumentOut() {
        assertThat(run("submit", "--hours", "\u001b]0;pwned\u0007")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("\\u001b]0;pwned\\u0007").doesNotContain("\u001b", "\u0007");
    }

    @Test
    void asksForARegistryWhereAnotherKafkaIsUsed() {
        assertThat(run("up", "--bootstrap-servers", "localhost:1")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString().lines()).as("one line cause, one line cure").hasSize(2);
        assertThat(err.toString()).contains("--schema-registry-url");
    }

    private int run(String... args) {
        CommandLine fleet = Fleet.commandLine();
        fleet.setOut(new PrintWriter(out, true));
        fleet.setErr(new PrintWriter(err, true));
        return fleet.execute(args);
    }
}
