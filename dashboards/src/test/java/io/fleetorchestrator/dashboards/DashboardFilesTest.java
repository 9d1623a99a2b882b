package io.fleetorchestrator.dashboards;

import static io.fleetorchestrator.dashboards.DashboardDirectory.each;
import static io.fleetorchestrator.dashboards.DashboardDirectory.type;
import static org.assertj.core.api.BDDAssertions.then;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.fleetorchestrator.dashboards.boards.Boards;
import io.fleetorchestrator.dashboards.grafana.Dashboard;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The files are those that the code generates, and follow the rules by which a dashboard works on any Grafana. */
class DashboardFilesTest {

    /** Visualizations whose series need a legend; the others show names beside the figures. */
    private static final Set<String> WITH_LEGEND = Set.of("timeseries", "xychart");

    static Stream<JsonNode> dashboards() {
        return DashboardDirectory.dashboards().stream();
    }

    static Stream<Dashboard> boards() {
        return Boards.all().stream();
    }

    @ParameterizedTest
    @MethodSource("boards")
    void equalsTheGeneratedDashboard(Dashboard board) throws IOException {
        var file = DashboardDirectory.DASHBOARDS.resolve(board.uid() + ".json");
        var json = DashboardDirectory.JSON
                        .copy()
                        .enable(SerializationFeature.INDENT_OUTPUT)
                        .writeValueAsString(board.json())
                + "\n";
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, json);
        }
        then(file).as("rewrite it with -Dgolden.update=true").content().isEqualTo(json);
    }

    @Test
    void hasNoFileWithoutADashboard() {
        then(DashboardDirectory.dashboards())
                .extracting(dashboard -> dashboard.get("uid").asText())
                .containsExactlyInAnyOrderElementsOf(
                        Boards.all().stream().map(Dashboard::uid).toList());
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void hasAUidAndADescription(JsonNode dashboard) {
        then(dashboard.path("uid").asText()).matches("fleet-[a-z]+");
        then(dashboard.path("title").asText()).startsWith("Fleet / ");
        then(dashboard.path("description").asText()).endsWith(".");
        then(each(dashboard.at("/links")))
                .extracting(link -> link.path("title").asText())
                .containsExactly("Fleet dashboards", "Command center");
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void letsTheDatasourceBeChosen(JsonNode dashboard) {
        eachPanel(dashboard, panel -> {
            then(panel.at("/datasource/uid").asText()).matches("\\$\\{(prometheus|infinity)}");
            then(each(panel.get("targets")))
                    .allSatisfy(target ->
                            then(target.at("/datasource/uid").asText()).matches("\\$\\{(prometheus|infinity)}"));
        });
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void describesEveryPanelAndItsUnit(JsonNode dashboard) {
        eachPanel(dashboard, panel -> {
            then(panel.path("title").asText()).isNotBlank();
            then(panel.path("description").asText()).hasSizeGreaterThan(10).endsWith(".");
            then(panel.at("/fieldConfig/defaults/unit").asText()).isNotBlank();
            then(panel.at("/fieldConfig/defaults/thresholds/steps")).isNotEmpty();
        });
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void namesItsSeries(JsonNode dashboard) {
        eachPanel(dashboard, panel -> {
            then(each(panel.get("targets")).filter(target -> target.has("expr")))
                    .allSatisfy(
                            target -> then(target.path("legendFormat").asText()).isNotBlank());
            if (WITH_LEGEND.contains(type(panel))) {
                then(panel.at("/options/legend/showLegend").asBoolean()).isTrue();
            }
        });
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void namesNoInstanceAndNoIntervalOfItsOwn(JsonNode dashboard) {
        eachPanel(
                dashboard,
                panel -> then(each(panel.get("targets")).filter(target -> target.has("expr")))
                        .extracting(target -> target.path("expr").asText())
                        .allSatisfy(expr -> {
                            then(expr).doesNotContainPattern("instance\\s*=").doesNotContain("localhost");
                            then(expr).doesNotContainPattern("rate\\([^\\[]*\\[(?!\\$__rate_interval])");
                        }));
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void numbersItsPanelsAndLaysNoneOverAnother(JsonNode dashboard) {
        then(each(dashboard.get("panels")).map(panel -> panel.get("id").asInt()))
                .doesNotHaveDuplicates();
        then(each(dashboard.get("panels")).map(panel -> panel.at("/gridPos/x") + "," + panel.at("/gridPos/y")))
                .doesNotHaveDuplicates();
        then(each(dashboard.get("panels")))
                .allSatisfy(panel -> then(panel.at("/gridPos/x").asInt()
                                + panel.at("/gridPos/w").asInt())
                        .isLessThanOrEqualTo(24));
    }

    private static void eachPanel(JsonNode dashboard, Consumer<JsonNode> rule) {
        then(DashboardDirectory.panels(dashboard)).isNotEmpty().allSatisfy(rule);
    }
}
