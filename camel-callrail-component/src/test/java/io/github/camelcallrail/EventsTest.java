package io.github.camelcallrail;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelcallrail.report.CallRailRecord;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.component.platform.http.PlatformHttpComponent;
import org.junit.jupiter.api.Test;

/** What a user may rely on when a route begins with {@code webhook:callrail:events}. */
class EventsTest extends EventsTesting {

    private String call() {
        return sandbox.data().add("calls", Map.of("company_id", company(), "direction", "inbound", "duration", 9));
    }

    @Test
    void aCallArrivesAsARecordWithHeaders() throws Exception {
        receive("");

        String id = call();

        List<Exchange> events = arrived(3);
        Message last = events.stream()
                .map(Exchange::getMessage)
                .filter(message -> "post-call".equals(message.getHeader(CallRailConstants.EVENT)))
                .findFirst()
                .orElseThrow();
        assertThat(events)
                .extracting(event -> event.getMessage().getHeader(CallRailConstants.EVENT))
                .containsExactlyInAnyOrder("pre-call", "routing-complete", "post-call");
        assertThat(last.getHeaders())
                .containsEntry(CallRailConstants.RECORD_ID, id)
                .containsEntry(CallRailConstants.REPORT, "calls")
                .containsEntry(CallRailConstants.SOURCE_COMPANY_ID, company())
                .containsEntry(CallRailConstants.SOURCE_ACCOUNT_ID, account())
                .doesNotContainKeys("Signature", "signature", "User-Agent");
        CallRailRecord record = last.getBody(CallRailRecord.class);
        assertThat(record.id()).isEqualTo(id);
        assertThat(record).containsEntry("duration", 9).containsEntry("company_id", company());
        assertThat(sandbox.webhooks().deliveries()).allMatch(delivery -> delivery.status() == 200);
    }

    @Test
    void aSlashAtTheEndOfTheExternalUrlMakesNoDifference() throws Exception {
        receiveBy("events=post-call&companyId=" + company() + "&accountId=" + account() + "&webhookExternalUrl="
                + external() + "/");

        String id = call();

        assertThat(recordIds(arrived(1))).containsExactly(id);
        assertThat(sandbox.webhooks().deliveries()).singleElement().satisfies(delivery -> assertThat(delivery.url())
                .startsWith(external() + "/hooks?"));
    }

    @Test
    void aFormEncodedCallIsTheSameRecord() throws Exception {
        sandbox.webhooks().faults().formEncoded();
        receive("events=post-call");

        String id = call();

        Message message = arrived(1).get(0).getMessage();
        assertThat(message.getBody(CallRailRecord.class))
                .containsEntry("id", id)
                .containsEntry("duration", 9)
                .containsEntry("voicemail", false);
    }

    /** As Quarkus has it when the route is made. */
    @Test
    void aServerThatIsOnlyInTheRegistryLeavesTheBodyAsItIsToo() throws Exception {
        context.getRegistry().bind("platform-http", new PlatformHttpComponent());
        sandbox.webhooks().faults().formEncoded();
        receive("events=post-call");

        String id = call();

        assertThat(recordIds(arrived(1))).containsExactly(id);
    }

    @Test
    void anEditTellsWhatHasChanged() throws Exception {
        receive("events=call-modified");
        String id = call();

        sandbox.data().edit("calls", id, Map.of("note", "call back"));

        Message message = arrived(1).get(0).getMessage();
        assertThat(message.getHeaders())
                .containsEntry(CallRailConstants.EVENT, "call-modified")
                .containsEntry(CallRailConstants.CHANGED_FIELDS, "note");
        assertThat(message.getBody(CallRailRecord.class)).containsEntry("note", "call back");
    }

    @Test
    void theRawBodyIsWhatCallRailSent() throws Exception {
        receive("events=post-call&eventBody=raw");

        call();

        byte[] body = arrived(1).get(0).getMessage().getBody(byte[].class);
        assertThat(body).isEqualTo(sandbox.webhooks().deliveries().get(0).body());
    }

    @Test
    void withoutStateTheRouteDecidesTheAnswer() throws Exception {
        receive("events=post-call");
        failures.set(1);

        String id = call();
        arrived(1);
        sandbox.webhooks().send("post-call", id);
        arrived(2);
        sandbox.webhooks().send("post-call", id);
        arrived(2);

        // A failed event may come again, and one that succeeded is not processed twice.
        assertThat(sandbox.webhooks().deliveries())
                .extracting(delivery -> delivery.status())
                .containsExactly(500, 200, 200);
    }

    @Test
    void aNewKeyIsLookedUp() throws Exception {
        receive("events=post-call");
        call();
        arrived(1);
        sandbox.webhooks().rotateKey(company());
        CLOCK.advance(Duration.ofMinutes(2));

        String second = call();

        assertThat(recordIds(arrived(2)).get(1)).isEqualTo(second);
    }
}
