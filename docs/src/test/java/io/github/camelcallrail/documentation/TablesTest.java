package io.github.camelcallrail.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelcallrail.failure.FailureKind;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Tables that people write are complete, and say what the code says. */
class TablesTest {

    @Test
    void thePageOfErrorsHasEveryKindInItsOrder() {
        assertThat(Project.page("errors").rowsOf("kinds"))
                .extracting(row -> Document.codes(row.get(0)).get(0))
                .containsExactlyElementsOf(
                        Arrays.stream(FailureKind.values()).map(Enum::name).toList());
    }

    @Test
    void defaultsOnThePagesAreThoseOfTheOptions() {
        for (String page : List.of("quota", "errors")) {
            assertThat(defaultsOf(page)).as(page).isNotEmpty().allSatisfy((option, value) -> assertThat(value)
                    .as(option)
                    .isEqualTo(OptionTables.defaultOf(option)));
        }
    }

    /** Option to default, in the table of three columns of a page. */
    private static Map<String, String> defaultsOf(String page) {
        return Project.page(page).rows().stream()
                .filter(row -> row.size() == 3)
                .collect(Collectors.toMap(row -> Document.codes(row.get(0)).get(0), row -> row.get(2)));
    }

    @Test
    void theReadmeListsEveryExampleAndEachSaysHowItRuns() {
        List<String> listed = Project.document("README.adoc").rowsOf("examples").stream()
                .map(row -> Document.codes(row.get(0)).get(0))
                .toList();

        assertThat(listed).containsExactlyInAnyOrderElementsOf(examples());
        assertThat(listed)
                .allSatisfy(example -> assertThat(Project.read("camel-callrail-examples/" + example + "/README.adoc"))
                        .containsPattern("mvn -q -P (example|quickstart|dashboard) -pl :camel-callrail-(example-)?"
                                + example + " -am"));
    }

    /** The modules of the examples, except those that examples share. */
    private static List<String> examples() {
        return Pattern.compile("<module>(.*)</module>")
                .matcher(Project.read("camel-callrail-examples/pom.xml"))
                .results()
                .map(module -> module.group(1))
                .filter(module -> !List.of("launcher", "charts").contains(module))
                .toList();
    }
}
