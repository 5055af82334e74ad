package io.github.camelcallrail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelcallrail.failure.FailureKind;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Options that make no sense for events, and options for events where there are none. */
class RefusedEventOptionsTest extends SandboxTest {

    private static final String ALONE =
            "'callrail:events' only receives events: begin a route with webhook:callrail:events.";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            daysBack=7                  | Option 'daysBack' does not apply to events: it is about reading a report. Leave it out.
            date=2026-03-01             | Option 'date' does not apply to events
            filter.direction=inbound    | Option 'filter.direction' does not apply to events
            fields=id                   | Option 'fields' does not apply to events
            maxRecords=1                | Option 'maxRecords' does not apply to events
            incremental=true            | Option 'incremental' does not apply to events
            lookback=1d                 | Option 'lookback' does not apply to events
            operation=get               | Option 'operation' does not apply to events
            delay=5000                  | Option 'delay' does not apply to events: they come when something happens. Leave it out.
            events=post-cal             | Option 'events' cannot be 'post-cal'. It takes: pre-call, routing-complete, post-call, call-modified,
            events=post-call,           | Option 'events' cannot be ''.
            events=                     | Option 'events'
            event=post-call             | There is no option 'event'; did you mean 'events'?
            signingSecrt=x              | There is no option 'signingSecrt'; did you mean 'signingSecret'?
            eventBody=rw                | Option 'eventBody' cannot be 'rw'. It takes: record, raw; did you mean 'raw'?
            maxEventSize=0              | Option 'maxEventSize' is 0, but must be from 1 to 104857600.
            maxPendingEvents=0          | Option 'maxPendingEvents' is 0, but must be from 1 to 2147483647.
            concurrentEvents=1001       | Option 'concurrentEvents' is 1001, but must be from 1 to 1000.
            companyId=COM1,             | Option 'companyId' lists an empty id: remove the comma that is too many.
            """)
    void isRefusedWhenTheRouteIsMade(String options, String message) {
        assertThatThrownBy(
                        () -> from("webhook:callrail:events?webhookPath=/hooks&webhookAutoRegister=false&" + options))
                .rootCause()
                .isInstanceOfSatisfying(CallRailException.class, failure -> assertThat(failure.getKind())
                        .isEqualTo(FailureKind.CONFIGURATION))
                .hasMessageStartingWith(message);
        assertThat(sandbox.journal().lines()).isEmpty();
    }

    @Test
    void aMisspeltKindIsCorrected() {
        assertThat(failure("callrail:events?events=post-cal").getMessage()).endsWith("; did you mean 'post-call'?");
    }

    @ParameterizedTest
    @CsvSource({
        "events=post-call, events",
        "signingSecret=x, signingSecret",
        "webhookUnregister=true, webhookUnregister",
        "reviveWebhook=true, reviveWebhook",
        "eventBody=raw, eventBody",
        "maxEventSize=5, maxEventSize",
        "maxPendingEvents=5, maxPendingEvents",
        "concurrentEvents=5, concurrentEvents"
    })
    void anEndpointThatReadsAReportHasNoOptionsForEvents(String options, String name) {
        assertThat(failure("callrail:calls?" + options))
                .hasMessage("Option '" + name
                        + "' is for events only: begin a route with webhook:callrail:events to receive them.");
    }

    @Test
    void whatTheComponentSetsForAllIsNoMistakeOfAReport() {
        context.callrail().getConfiguration().setSigningSecret("0123456789abcdef");
        context.callrail().getConfiguration().setEvents("post-call");
        context.callrail().getConfiguration().setReviveWebhook(true);
        context.callrail().getConfiguration().setEventBody("raw");

        assertThat(records(uri("users", "").replace("&timeZone=America/New_York", "")))
                .isNotNull();
    }

    @Test
    void aDefaultOfTheComponentForReportsIsNoMistakeOfEvents() throws Exception {
        context.callrail().getConfiguration().setDaysBack("3");
        context.callrail().getConfiguration().getFilters().put("direction", "inbound");

        assertThat(context.getEndpoint("callrail:events?companyId=" + company()))
                .isNotNull();
    }

    @Test
    void itReceivesOnlyByAWebhook() {
        assertThatThrownBy(() -> from("callrail:events")).rootCause().hasMessage(ALONE);
        assertThat(failure("callrail:events")).hasMessage(ALONE);
    }

    @Test
    void itCannotBePolledByARoute() throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:enrich").pollEnrich("callrail:events", 100);
            }
        });

        assertThat(context.request("direct:enrich").getException()).hasRootCauseMessage(ALONE);
    }

    private void from(String uri) throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(uri).to("mock:events");
            }
        });
        context.start();
    }
}
