package io.github.camelcallrail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A plus in the property of a Kamelet arrives at CallRail as a plus, however the Kamelet is called, or the route fails.
 */
@Tag("needs-4.18-artifacts")
@Timeout(60)
class PlusInKameletTest extends KameletTesting {

    private static final String NUMBER = "+13035550134";

    @ParameterizedTest
    @ValueSource(strings = {"+13035550134", "%2B13035550134", "RAW(+13035550134)", "{{number}}"})
    void aNumberKeepsItsPlusHoweverTheKameletIsCalled(String written) throws Exception {
        context.getPropertiesComponent().addInitialProperty("number", NUMBER);
        String uri = "kamelet:callrail-action?report=calls&timeZone=America/New_York&accountId=" + account()
                + "&search=" + written;
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:java").to(uri);
                from("direct:toD").toD(uri);
            }
        });
        load("action.yaml", """
                - from:
                    uri: direct:parameters
                    steps:
                      - to:
                          uri: kamelet:callrail-action
                          parameters:
                            report: calls
                            accountId: %s
                            timeZone: America/New_York
                            search: "%s"
                """.formatted(account(), written));
        pipe("    search: \"" + written + "\"");

        for (String way : List.of("java", "toD", "parameters", "pipe")) {
            requested("direct:" + way, Map.of());
            assertThat(latestQuery()).as(way).containsEntry("search", NUMBER);
        }
    }

    @Test
    void blanksOfAPipeStayBlanksAndItsPlusesPluses() throws Exception {
        pipe("    search: Ada Example", "    filter.tags: Repeat+caller", "    startDate: 2026-03-10T10:00+05:30");

        requested("direct:pipe", Map.of());

        assertThat(latestQuery())
                .containsEntry("search", "Ada Example")
                .containsEntry("tags", "Repeat+caller")
                .containsEntry("start_date", "2026-03-10T00:30");
    }

    @Test
    void aPropertyOfTheApplicationKeepsItsPlus() throws Exception {
        context.getPropertiesComponent().addInitialProperty("camel.kamelet.callrail-action.search", "Ada+Example");
        pipe();

        requested("direct:pipe", Map.of());

        assertThat(latestQuery()).containsEntry("search", "Ada+Example");
    }

    @Test
    void aMessageGivesANumberToAKamelet() throws Exception {
        dynamic();

        for (String number : List.of(NUMBER, "RAW(+1 303 555 0134)", "RAW(Ada Example)")) {
            requested("direct:toD", Map.of("number", number));
            assertThat(latestQuery()).containsEntry("search", number.replaceAll("RAW\\((.*)\\)", "$1"));
        }
    }

    @Test
    void aPlusThatMayBeABlankIsRejectedWithAdviceThatWorks() throws Exception {
        dynamic();
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:advised").toD("kamelet:callrail-action?report=calls&accountId=" + account());
            }
        });

        for (String text : List.of("Ada+Example", "Ada Example", "RAW(Ada+Example)")) {
            assertThat(failure("direct:toD", Map.of("number", text)))
                    .as(text)
                    .hasMessage("Option 'search' has a + in its value that may be a blank: for some ways of writing a"
                            + " route, Camel does not distinguish them. Set it in header"
                            + " 'CamelCallRailSearch' of the message instead.");
        }
        assertThat(sandbox.journal().lines()).isEmpty();
        for (String text : List.of("Ada+Example", "Ada Example")) {
            requested("direct:advised", Map.of(CallRailConstants.SEARCH, text));
            assertThat(latestQuery()).containsEntry("search", text);
        }
    }

    private void dynamic() throws Exception {
        String uri = "kamelet:callrail-action?report=calls&accountId=" + account() + "&search=${header.number}";
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:toD").toD(uri);
            }
        });
    }

    private void pipe(String... properties) throws Exception {
        load("pipe.yaml", """
                apiVersion: camel.apache.org/v1
                kind: Pipe
                metadata:
                  name: search
                spec:
                  source:
                    uri: direct:pipe
                  steps:
                  - ref:
                      kind: Kamelet
                      apiVersion: camel.apache.org/v1
                      name: callrail-action
                    properties:
                      report: calls
                      accountId: %s
                      timeZone: America/New_York
                  %s
                  sink:
                    uri: mock:sink
                """.formatted(account(), String.join("\n  ", properties)));
    }
}
