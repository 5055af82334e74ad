package io.github.camelcallrail.webhook;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import io.github.camelcallrail.catalogue.Field.Type;
import io.github.camelcallrail.client.JsonLimits;
import io.github.camelcallrail.client.UnexpectedJson;
import io.github.camelcallrail.failure.CallRailFailure;
import io.github.camelcallrail.failure.FailureKind;
import io.github.camelcallrail.report.CallRailRecord;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Reads the bodies of events, which are JSON or forms. Check the signature first: {@link WebhookSignature}. */
public final class EventBody {

    private static final String CHANGES = "changes";

    private EventBody() {}

    /**
     * Reads the event of a body.
     *
     * @param body the bytes as received; at most as many as the receiver allows
     * @param contentType the header {@code Content-Type}; null if it was absent
     * @param marked the kind that the URL is registered for, which counts whatever the body looks like; empty to
     *     recognise the kind by the body
     * @throws CallRailFailure of kind MALFORMED if the body is not an object in that content type; its message quotes
     *     nothing of the body
     */
    public static WebhookEvent read(byte[] body, String contentType, Optional<EventKind> marked) {
        requireNonNull(body, "body is null");
        requireNonNull(marked, "marked is null");
        try {
            EventContentType type = EventContentType.of(contentType);
            CallRailRecord members =
                    type.form() ? FormBody.read(body, type.charset()).record() : JsonBody.read(body, type.charset());
            return event(members, new FieldConversion(type.form()), marked);
        } catch (UnreadableBody | UnexpectedJson e) {
            throw unreadable(e.getMessage());
        } catch (StreamConstraintsException e) {
            throw unreadable(JsonLimits.exceeded(e));
        } catch (CharacterCodingException e) {
            throw unreadable("it is not UTF-8");
        } catch (JsonEOFException e) {
            // Jackson's exceptions are not passed on: they quote the body.
            throw unreadable("it is incomplete");
        } catch (JsonProcessingException e) {
            throw unreadable("it is not JSON");
        } catch (IOException e) {
            throw new IllegalStateException("bytes in memory can always be read", e);
        }
    }

    private static WebhookEvent event(CallRailRecord body, FieldConversion conversion, Optional<EventKind> marked) {
        Optional<EventKind> kind = marked.or(() -> EventRecognition.kind(body));
        EventShape shape = kind.map(EventShape::of).orElse(EventShape.UNKNOWN);
        List<String> changes = shape.drops(CHANGES) ? changes(body.get(CHANGES), conversion) : List.of();
        return WebhookEvent.of(kind, shape, EventRecord.of(shape, body, conversion), changes);
    }

    /** A list, JSON of one in a form, or names with commas between them. */
    private static List<String> changes(Object value, FieldConversion conversion) {
        Object names = conversion.converted(Type.ANY, value);
        if (names instanceof String text) {
            names = Arrays.asList(text.split(","));
        }
        return names instanceof List<?> list
                ? list.stream()
                        .filter(String.class::isInstance)
                        .map(name -> ((String) name).strip())
                        .filter(name -> !name.isEmpty())
                        .toList()
                : List.of();
    }

    private static CallRailFailure unreadable(String reason) {
        return CallRailFailure.of(
                FailureKind.MALFORMED,
                ("The body of an event is not what CallRail promises: %s. Check that nothing between CallRail and this"
                                + " URL changes requests, and that only CallRail sends to it.")
                        .formatted(reason));
    }
}
