package io.github.camelcallrail.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocumentationTest {

    @Test
    void whatStandsBetweenMarkersIsReplaced() {
        String page = "before\n// tag::speed[]\nold\n// end::speed[]\nafter\n";

        assertThat(Documentation.replaced(page, "speed", "new\n"))
                .isEqualTo("before\n// tag::speed[]\nnew\n// end::speed[]\nafter\n");
        assertThatThrownBy(() -> Documentation.replaced(page, "heap", "new")).hasMessageContaining("'heap'");
    }

    @ParameterizedTest
    @CsvSource({
        "speed, performance.adoc",
        "heap, performance.adoc",
        "cold, performance.adoc",
        "jvm-settings, one-shot.adoc",
        "accounts, agencies.adoc"
    })
    void thePageWithTheMarkersIsFound(String marker, String page) throws Exception {
        Path found = new Documentation(Path.of("../docs/modules/ROOT")).pageWith(marker);

        assertThat(found).hasFileName(page);
        assertThat(Documentation.replaced(Files.readString(found), marker, "")).isNotBlank();
    }

    @Test
    void aMarkerThatNoPageHasIsNamed(@TempDir Path module) throws Exception {
        Files.writeString(Files.createDirectory(module.resolve("pages")).resolve("index.adoc"), "= Page\n");

        assertThatThrownBy(() -> new Documentation(module).replace("speed", "new"))
                .hasMessageContaining("'speed'");
    }
}
