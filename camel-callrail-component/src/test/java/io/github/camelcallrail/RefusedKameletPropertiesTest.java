package io.github.camelcallrail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A Kamelet that is called with what it has not fails the start of the route, and says what was meant. */
@Tag("needs-4.18-artifacts")
@Timeout(60)
class RefusedKameletPropertiesTest extends KameletTesting {

    private void start(String uri) throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                if (uri.startsWith("kamelet:callrail-source")) {
                    from(uri).to("mock:out");
                } else {
                    from("direct:in").to(uri);
                }
            }
        });
        context.start();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            source?report=cals                                  | There is no report 'cals'; did you mean 'calls'?
            source?daysBack=7                                   | the following mandatory parameters must be provided: report
            source?report=calls&daysBak=7                       | Kamelet 'callrail-source' has no property 'daysBak'; did you mean 'daysBack'?
            action?report=calls&daysBak=7                       | Kamelet 'callrail-action' has no property 'daysBak'; did you mean 'daysBack'?
            source?report=calls&direction=inbound               | Kamelet 'callrail-source' has no property 'direction'; did you mean 'filter.direction'?
            source?report=calls&filter.directon=inbound         | Kamelet 'callrail-source' has no property 'filter.directon'; did you mean 'filter.direction'?
            source?report=calls&greedy=true                     | Kamelet 'callrail-source' has no property 'greedy'. Its properties: accountId, apiKey, baseUrl
            action?report=calls&incremental=true                | Kamelet 'callrail-action' has no property 'incremental'. Its properties: accountId, apiKey, baseUrl
            source?report=calls&filter.direction=incoming       | Option 'filter.direction' of report 'calls' cannot be 'incoming'. It takes: inbound, outbound
            source?report=users&filter.direction=inbound        | Report 'users' has no filters
            source?report=calls&daysBack=                       | Option 'daysBack' has no value: leave it out, or give it one.
            source?report=calls&filter.tags=A&filter.tags=B     | Property 'filter.tags' of Kamelet 'callrail-source' takes one value.
            source?report=calls&search=Tom & Ada                | A value that Kamelet 'callrail-source' was called with contains an &: write RAW(...) around it.
            source?report=calls&groupBy=source                  | Option 'groupBy' is not supported by report 'calls'.
            """)
    void theMessageNamesIt(String call, String message) {
        assertThatThrownBy(() -> start("kamelet:callrail-" + call)).rootCause().hasMessageContaining(message);
        assertThat(sandbox.journal().lines()).isEmpty();
    }

    @Test
    void dashesAreAsGoodAsCapitals() throws Exception {
        start("kamelet:callrail-action?report=calls&time-zone=America/New_York&days-back=3&account-id=" + account());
        requested("direct:in", Map.of());

        assertThat(latestQuery()).containsEntry("start_date", "2026-03-12");
    }

    @Test
    void whatMayBeCamelsOwnIsOnlyLogged() throws Exception {
        try (LogLines log = new LogLines()) {
            start("kamelet:callrail-source?report=calls&newInCamel=x&accountId=" + account());

            assertThat(log.lines())
                    .contains("WARN Kamelet 'callrail-source' has no property 'newInCamel', so it is ignored.");
        }
    }

    @Test
    void whatCamelAddsIsNotLogged() throws Exception {
        try (LogLines log = new LogLines()) {
            start(
                    "kamelet:callrail-source/named?report=calls&bridgeErrorHandler=true&location=classpath:kamelets&accountId="
                            + account());

            assertThat(log.lines()).noneMatch(line -> line.startsWith("WARN"));
            assertThat(context.getRoute("named")).isNotNull();
        }
    }

    @Test
    void otherTemplatesMayHaveAnyProperty() throws Exception {
        load("own.yaml", """
                - routeTemplate:
                    id: own
                    parameters:
                      - name: daysBak
                    from:
                      uri: direct:own
                      steps:
                        - to:
                            uri: callrail:calls
                            parameters:
                              daysBack: "{{daysBak}}"
                """);
        context.addRouteFromTemplate("own-route", "own", Map.of("daysBak", "3"));
        context.start();

        assertThat(context.getRoute("own-route")).isNotNull();
    }
}
