package io.github.camelcallrail.documentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.camelcallrail.sandbox.CallRailSandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What getting started and the page on architecture say of messages and packages. */
class ClaimsTest {

    @AutoClose
    private static final DocumentedSandbox CONTEXT = DocumentedSandbox.started(CallRailSandbox.builder());

    static Stream<List<String>> mistakes() {
        return Project.page("getting-started").rowsOf("mistakes").stream();
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void whatIsMisspeltIsAnsweredAsGettingStartedSays(List<String> row) {
        assertThat(catchThrowable(
                        () -> CONTEXT.getEndpoint(Document.codes(row.get(0)).get(0))))
                .hasRootCauseInstanceOf(RuntimeException.class)
                .rootCause()
                .hasMessageContaining(row.get(1));
    }

    @Test
    void everyPackageIsOnThePageOfArchitecture() throws IOException {
        Path root = Project.ROOT.resolve("camel-callrail-component/src/main/java/io/github/camelcallrail");
        try (Stream<Path> packages = Files.list(root).filter(Files::isDirectory)) {
            assertThat(Project.page("architecture").rowsOf("packages"))
                    .extracting(row -> Document.codes(row.get(0)).get(0))
                    .containsExactlyInAnyOrderElementsOf(
                            Stream.concat(Stream.of("camelcallrail"), packages.map(directory -> directory
                                            .getFileName()
                                            .toString()))
                                    .toList());
        }
    }

    /**
     * What newcomers ask is answered from the first page, in a click: {@link LinksTest} follows each link to its
     * anchor.
     */
    @Test
    void theFirstPageAnswersWhatNewcomersAsk() {
        assertThat(Project.page("index").tagged("questions"))
                .contains("xref:recipes.adoc#yesterday[")
                .contains("xref:delivery.adoc#promises[")
                .contains("xref:dates.adoc[")
                .contains("xref:quota.adoc#refused[")
                .contains("xref:testing.adoc[");
    }
}
