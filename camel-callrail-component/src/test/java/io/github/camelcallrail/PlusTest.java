package io.github.camelcallrail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A plus in the value of an option arrives at CallRail as a plus, however the route is written, or the route fails. */
class PlusTest extends SandboxTest {

    private static final String NUMBER = "+13035550134";

    /** How each way of writing gives the number, and the request that must come of it. */
    @ParameterizedTest
    @ValueSource(strings = {"+13035550134", "%2B13035550134", "RAW(+13035550134)", "{{number}}", "RAW({{number}})"})
    void aNumberKeepsItsPlusHoweverItIsWritten(String written) throws Exception {
        context.getPropertiesComponent().addInitialProperty("number", NUMBER);
        String uri = uri("calls", "search=" + written);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:to").to(uri);
                from("direct:toD").toD(uri);
                from("direct:enrich").enrich(uri);
                from("direct:pollEnrich").pollEnrich(uri, 1000);
                from("direct:wireTap").recipientList(constant(uri));
                from("direct:slip").routingSlip(constant(uri));
            }
        });
        load("uri.yaml", """
                - from:
                    uri: direct:yaml
                    steps:
                      - to:
                          uri: "%s"
                """.formatted(uri));
        load("parameters.yaml", """
                - from:
                    uri: direct:parameters
                    steps:
                      - to:
                          uri: callrail:calls
                          parameters:
                            accountId: %s
                            timeZone: America/New_York
                            search: "%s"
                """.formatted(account(), written));

        for (String way : List.of("to", "toD", "enrich", "pollEnrich", "wireTap", "slip", "yaml", "parameters")) {
            requested("direct:" + way, Map.of());
            assertThat(latestQuery()).as(way).containsEntry("search", NUMBER);
        }
        requested(uri, Map.of());
        assertThat(latestQuery()).as("a template").containsEntry("search", NUMBER);
        context.poll(uri);
        assertThat(latestQuery()).as("a consumer").containsEntry("search", NUMBER);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            startDate=2026-03-10T10:00+05:30      | start_date | 2026-03-10T00:30
            startDate=2026-03-10T10:00%2B05:30    | start_date | 2026-03-10T00:30
            startDate=RAW(2026-03-10T10:00+05:30) | start_date | 2026-03-10T00:30
            filter.tags=RAW(C++)                  | tags       | C++
            filter.tags=C%2B%2B                   | tags       | C++
            filter.tags=1 + 1                     | tags       | 1 + 1
            search=+1 303 555 0134                | search     | +1 303 555 0134
            search=Ada Example                    | search     | Ada Example
            search=Ada%20Example                  | search     | Ada Example
            search=RAW(Ada Example)               | search     | Ada Example
            search=100% + tax                     | search     | 100% + tax
            search=100%25                         | search     | 100%
            search=R%26D                          | search     | R&D
            search=RAW(R&D + %41)                 | search     | R&D + %41
            """)
    void everyValueArrivesAsItIsMeant(String option, String parameter, String asked) throws Exception {
        String uri = "callrail:calls?accountId=" + account() + "&" + option + "&timeZone=America/New_York";
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:to").to(uri);
                from("direct:toD").toD(uri);
                from("direct:pollEnrich").pollEnrich(uri, 1000);
            }
        });

        for (String way : List.of("to", "toD", "pollEnrich")) {
            requested("direct:" + way, Map.of());
            assertThat(latestQuery()).as(way).containsEntry(parameter, asked);
        }
    }

    @Test
    void aMessageGivesANumberToToD() throws Exception {
        String uri = uri("calls", "search=${header.number}");
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:toD").toD(uri);
            }
        });

        for (String number : List.of(NUMBER, "+1 303 555 0134", "Ada Example", "Ada%2BExample", "RAW(C++)")) {
            requested("direct:toD", Map.of("number", number));
            assertThat(latestQuery())
                    .containsEntry("search", number.replace("%2B", "+").replaceAll("RAW\\((.*)\\)", "$1"));
        }
    }

    /** For Camel they are one endpoint, and it would hand out the first for all of them. */
    @Test
    void valuesThatDifferByAPlusOnlyAreNotMixedUp() {
        for (String value :
                List.of("Ada Example", "Ada%2BExample", "RAW(Ada+Example)", "Ada%20Example", "Ada Example")) {
            requested(uri("calls", "search=" + value), Map.of());
            String asked = value.contains("%2B") || value.contains("RAW") ? "Ada+Example" : "Ada Example";
            assertThat(latestQuery()).as(value).containsEntry("search", asked);
        }
    }

    /** Another option that has no value makes Camel write all of them anew, with a plus for each blank. */
    @Test
    void anOptionWithoutValueBesideANumberTakesNothingFromIt() {
        requested(uri("calls", "search=" + NUMBER + "&companyId={{?company}}"), Map.of());
        assertThat(latestQuery()).containsEntry("search", NUMBER).doesNotContainKey("company_id");

        requested(uri("calls", "startDate=2026-03-10T10:00+05:30&companyId={{?company}}"), Map.of());
        assertThat(latestQuery()).containsEntry("start_date", "2026-03-10T00:30");

        requested(uri("calls", "search=Ada%2BExample&companyId={{?company}}"), Map.of());
        assertThat(latestQuery()).containsEntry("search", "Ada+Example");
    }

    @ParameterizedTest
    @CsvSource({"search,Ada+Example", "filter.tags,C++", "filter.tags,Repeat+caller"})
    void aPlusThatMayBeABlankIsRejectedWithAdviceThatWorks(String option, String value) throws Exception {
        String message =
                "Option '%s' has a + in its value that may be a blank: for some ways of writing a route, Camel does"
                        .formatted(option);
        String advice = " not distinguish them. Write RAW(...) around the value: %s=RAW(...).".formatted(option);
        String uri = uri("calls", option + "=" + value);
        String advised = uri("calls", option + "=RAW(" + value + ")");
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:toD").toD(uri);
                from("direct:recipientList").recipientList(constant(uri));
                from("direct:advisedToD").toD(advised);
                from("direct:advisedList").recipientList(constant(advised));
            }
        });

        for (String given : List.of(uri, "direct:toD", "direct:recipientList")) {
            assertThat(failure(given)).as(given).hasMessage(message + advice);
        }
        assertThat(sandbox.journal().lines()).isEmpty();
        for (String given : List.of(advised, "direct:advisedToD", "direct:advisedList")) {
            requested(given, Map.of());
            assertThat(latestQuery()).as(given).containsEntry(option.replace("filter.", ""), value);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            " 13035550134"   | starts with a blank. Remove the blank or, if it was a +, write the + as +.
            "%2B13035550134" | has %2B in its value, which is not decoded here: write + instead.
            """)
    void aNumberThatLostItsPlusBeforehandIsRejected(String value, String message) {
        String search = "Option 'search' of report 'calls' " + message;
        String tags = "Option 'filter.tags' of report 'calls' " + message;
        assertThat(failure(uri("calls", "search=RAW(" + value + ")"))).hasMessage(search);
        assertThat(failure(uri("calls", ""), Map.of(CallRailConstants.SEARCH, value)))
                .hasMessageStartingWith(search);
        assertThat(failure(uri("calls", ""), Map.of(CallRailConstants.FILTERS, Map.of("tags", List.of("A", value)))))
                .hasMessageStartingWith(tags);
        context.callrail().getConfiguration().setSearch(value);
        assertThat(failure(uri("calls", "daysBack=1"))).hasMessage(search);
        assertThat(sandbox.journal().lines()).isEmpty();

        context.callrail().getConfiguration().setSearch(NUMBER);
        requested(uri("calls", "daysBack=2"), Map.of());
        assertThat(latestQuery()).containsEntry("search", NUMBER);
        requested(uri("calls", ""), Map.of(CallRailConstants.SEARCH, NUMBER));
        assertThat(latestQuery()).containsEntry("search", NUMBER);
    }

    @Test
    void aBlankAtTheBeginningOfAValueInAUriIsRejected() {
        assertThat(failure(uri("calls", "search= 13035550134")))
                .hasMessageStartingWith("Option 'search' of report 'calls' starts with a blank.");
    }

    @Test
    @Tag("needs-4.18-artifacts")
    void aNumberKeepsItsPlusInXml() throws Exception {
        for (String written : List.of("+13035550134", "%2B13035550134", "RAW(+13035550134)")) {
            load(written.hashCode() + ".xml", """
                    <routes><route><from uri="direct:%s"/><to uri="%s"/></route></routes>
                    """.formatted(
                    written.hashCode(), uri("calls", "search=" + written).replace("&", "&amp;")));
            requested("direct:" + written.hashCode(), Map.of());
            assertThat(latestQuery()).as(written).containsEntry("search", NUMBER);
        }
    }

    private void load(String name, String text) throws Exception {
        PluginHelper.getRoutesLoader(context).loadRoutes(ResourceHelper.fromString(name, text));
    }
}
