package io.github.camelcallrail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import io.github.camelcallrail.webhook.EventBody;
import io.github.camelcallrail.webhook.EventKind;
import io.github.camelcallrail.webhook.WebhookEvent;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What becomes of the deliveries of the sandbox is as the schemas say. */
class EventSchemasTest extends SandboxTest {

    private SandboxEvents events;

    static Stream<EventKind> kinds() {
        return EventKind.registrable().stream();
    }

    @BeforeEach
    void fill() {
        calls(60);
        sandbox.data().generate("form-submissions", 40, NOW.minusSeconds(600_000), NOW.minusSeconds(60));
        events = new SandboxEvents(sandbox);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void everyRecordIsAsItSays(EventKind kind) throws IOException {
        JsonSchema schema = SchemasTest.schema(EventSchema.name(kind));
        List<String> ids = ids(kind);
        for (boolean form : new boolean[] {false, true}) {
            List<WebhookEvent> received = events.delivered(kind.text(), form, ids, "note");

            assertThat(received).isNotEmpty();
            for (WebhookEvent event : received) {
                assertThat(SchemasTest.problems(schema, SchemasTest.json(event.record())))
                        .isEmpty();
            }
        }
    }

    private List<String> ids(EventKind kind) {
        return switch (kind) {
            case FORM_SUBMISSION -> sandbox.data().ids("form-submissions");
            case TEXT_MESSAGE_RECEIVED -> messages("incoming");
            case TEXT_MESSAGE_SENT -> messages("outgoing");
            default -> sandbox.data().ids("calls");
        };
    }

    private List<String> messages(String direction) {
        String conversation = sandbox.data().add("conversations", Map.of());
        return List.of(sandbox.data().addChild("messages", conversation, Map.of("direction", direction)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            convert-assist-complete    | {'last_interaction_resource_id':'CAL1','answers':[{'answer_key':'a'}]}
            voice-assist-call-answered | {'call_id':'CAL1','person_id':'PER1','timestamp':'2026-03-02T14:00:00Z'}
            voice-assist-message       | {'message':{'name':'Rosa'}}
            """)
    void soAreTheRecordsThatTheSandboxHasNot(String kind, String body) throws IOException {
        WebhookEvent event =
                EventBody.read(body.replace('\'', '"').getBytes(UTF_8), "application/json", EventKind.find(kind));

        assertThat(SchemasTest.problems(SchemasTest.schema("event-" + kind), SchemasTest.json(event.record())))
                .isEmpty();
    }

    @Test
    void otherTypesAreRefused() throws IOException {
        JsonSchema schema = SchemasTest.schema("event-post-call");
        byte[] body = "{\"resource_id\":\"CAL1\",\"duration\":\"7\"}".getBytes(UTF_8);
        ObjectNode call =
                (ObjectNode) SchemasTest.json(EventBody.read(body, "application/json", Optional.of(EventKind.POST_CALL))
                        .record());
        assertThat(SchemasTest.problems(schema, call)).isEmpty();

        assertThat(SchemasTest.problems(schema, call.deepCopy().put("duration", "7")))
                .isNotEmpty();
        assertThat(SchemasTest.problems(schema, call.deepCopy().put("tags", "")))
                .isNotEmpty();
        assertThat(SchemasTest.problems(schema, call.deepCopy().put("spam", "false")))
                .isNotEmpty();
        assertThat(SchemasTest.problems(schema, call.deepCopy().putNull("id"))).isNotEmpty();
        assertThat(SchemasTest.problems(schema, call.deepCopy().without("id"))).isNotEmpty();
        assertThat(SchemasTest.problems(schema, call.deepCopy().putNull("start_time")))
                .isEmpty();
    }
}
