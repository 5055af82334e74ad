package io.github.camelcallrail.examples.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the page on tables prints is what this example runs. */
class RecipeTest {

    private static final Path SOURCES = Path.of("src", "main");

    @Test
    void thePagePrintsTheRouteAndTheBean() throws IOException {
        String page = Files.readString(Path.of("..", "..", "docs", "modules", "ROOT", "pages", "create-a-table.adoc"));
        String route = Files.readString(SOURCES.resolve(Path.of("resources", "camel", "calls.camel.yaml")));
        String table = Files.readString(SOURCES.resolve(
                Path.of("java", "io", "github", "camelcallrail", "examples", "postgres", "ReportTable.java")));

        assertThat(blocks(page, "yaml")).hasSize(3);
        assertThat(blocks(page, "yaml").subList(1, 3))
                .allSatisfy(block -> assertThat(route).contains(block + "\n"));
        assertThat(blocks(page, "java")).hasSize(2).allSatisfy(block -> assertThat(table)
                .contains(block.indent(4)));
    }

    private static List<String> blocks(String page, String language) {
        return Pattern.compile("\\[source," + language + "]\n----\n(.*?)\n----", Pattern.DOTALL)
                .matcher(page)
                .results()
                .map((MatchResult result) -> result.group(1))
                .toList();
    }
}
