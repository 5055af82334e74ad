package io.github.camelcallrail.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class DocumentationTest {

    @Test
    void whatStandsBetweenMarkersIsReplaced() {
        String page = "before\n// tag::speed[]\nold\n// end::speed[]\nafter\n";

        assertThat(Documentation.replaced(page, "speed", "new\n"))
                .isEqualTo("before\n// tag::speed[]\nnew\n// end::speed[]\nafter\n");
        assertThatThrownBy(() -> Documentation.replaced(page, "heap", "new")).hasMessageContaining("'heap'");
    }

    @Test
    void thePageHasItsMarkers() throws Exception {
        String page = Files.readString(Path.of("../docs/modules/ROOT/pages/performance.adoc"));

        assertThat(Documentation.replaced(page, "speed", "")).isNotBlank();
        assertThat(Documentation.replaced(page, "heap", "")).isNotBlank();
    }
}
