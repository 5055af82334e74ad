package io.github.camelcallrail.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelcallrail.sandbox.CallRailSandbox;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.catalog.EndpointValidationResult;
import org.apache.camel.tooling.model.BaseOptionModel;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever looks like an endpoint, an option or a header in a document is one. */
class UrisTest {

    private static final Pattern URI = Pattern.compile(
            "(?<!\\w)(?<!webhook:)callrail:(?!callrail:)[a-z_A-Z-]+(\\?(\\$\\{[^}]*}|[^\\s\"'`\\])])*)?");
    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{[^}]*}");
    private static final String SYNTAX = "callrail:report";
    private static final Pattern OPTION = Pattern.compile("([a-z][A-Za-z]*)(\\.\\w+)?=\\S+");
    private static final Pattern HEADER = Pattern.compile("CamelCallRail\\w+");

    /** Options of other components, of Camel, and of a driver. */
    private static final Set<String> FOREIGN = Set.of(
            "batch",
            "chmod",
            "chmodDirectory",
            "dataSource",
            "fileExist",
            "rewriteBatchedStatements",
            "search",
            "tempPrefix",
            "webhookAutoRegister");

    @AutoClose
    private static final DocumentedSandbox CONTEXT = DocumentedSandbox.started(CallRailSandbox.builder());

    /** Each URI once, with where it stands first. */
    static Stream<Map.Entry<String, String>> uris() {
        Map<String, String> uris = new LinkedHashMap<>();
        for (Document document : Project.documents()) {
            for (MatchResult uri : URI.matcher(document.text()).results().toList()) {
                if (!document.isMistake(uri.start())) {
                    uris.putIfAbsent(
                            EXPRESSION
                                    .matcher(uri.group())
                                    .replaceAll("1")
                                    .replace("&amp;", "&")
                                    .replace("…&", "")
                                    .replaceAll("[?&]?…$", ""),
                            document + ":" + document.lineOf(uri.start()));
                }
            }
        }
        uris.remove(SYNTAX);
        return uris.entrySet().stream();
    }

    @ParameterizedTest
    @MethodSource("uris")
    void theCatalogueAndTheComponentTakeEveryUri(Map.Entry<String, String> uri) {
        EndpointValidationResult result = Metadata.CATALOG.validateEndpointProperties(uri.getKey());

        assertThat(result.isSuccess())
                .as("%s at %s: %s", uri.getKey(), uri.getValue(), result.summaryErrorMessage(true))
                .isTrue();
        assertThat(CONTEXT.getEndpoint(uri.getKey())).isNotNull();
    }

    @Test
    void whatLooksLikeAnOptionIsOne() {
        Set<String> known = Stream.of(
                        Metadata.COMPONENT.getEndpointOptions().stream().map(BaseOptionModel::getName),
                        Metadata.COMPONENT.getComponentOptions().stream().map(BaseOptionModel::getName),
                        Stream.of("filter", "scheduler"),
                        FOREIGN.stream())
                .flatMap(names -> names)
                .collect(Collectors.toSet());

        for (Document document : Project.documents().stream()
                .filter(document -> !document.path().startsWith("camel-callrail-benchmarks"))
                .toList()) {
            assertThat(document.codes().stream()
                            .map(OPTION::matcher)
                            .filter(Matcher::matches)
                            .map(option -> option.group(1)))
                    .as(document.path())
                    .isSubsetOf(known);
        }
    }

    @Test
    void whatLooksLikeAHeaderIsOne() {
        List<String> headers = Metadata.COMPONENT.getEndpointHeaders().stream()
                .map(BaseOptionModel::getName)
                .toList();

        for (Document document : Project.documents()) {
            assertThat(HEADER.matcher(document.text()).results().map(MatchResult::group))
                    .as(document.path())
                    .isSubsetOf(headers);
        }
    }
}
