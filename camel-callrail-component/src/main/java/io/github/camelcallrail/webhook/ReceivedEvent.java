package io.github.camelcallrail.webhook;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * An event whose signature is right, as it was received.
 *
 * @param kind what it is about
 * @param companyId the company whose key signed it; empty if the key does not tell, because it was given by an option
 * @param contentType the content type of the body, with blanks in place of line feeds
 * @param body the bytes as received
 * @param received when it was received
 */
public record ReceivedEvent(
        EventKind kind, Optional<String> companyId, String contentType, byte[] body, Instant received) {

    private static final int PARTS = 5;

    public ReceivedEvent {
        requireNonNull(kind, "kind is null");
        requireNonNull(companyId, "companyId is null");
        contentType = requireNonNull(contentType, "contentType is null").replace('\n', ' ');
        body = requireNonNull(body, "body is null").clone();
        requireNonNull(received, "received is null");
    }

    @Override
    public byte[] body() {
        return body.clone();
    }

    /** The text to store, from which {@link #parse} makes an equal event. */
    public String text() {
        return String.join(
                "\n",
                kind.text(),
                companyId.orElse(""),
                contentType,
                received.toString(),
                Base64.getEncoder().encodeToString(body));
    }

    /** @throws IllegalArgumentException if the text is not one of {@link #text} */
    public static ReceivedEvent parse(String text) {
        String[] parts = text.split("\n", -1);
        if (parts.length != PARTS) {
            throw new IllegalArgumentException("not a stored event");
        }
        return new ReceivedEvent(
                EventKind.find(parts[0]).orElseThrow(() -> new IllegalArgumentException("not a kind of event")),
                Optional.of(parts[1]).filter(id -> !id.isEmpty()),
                parts[2],
                Base64.getDecoder().decode(parts[4]),
                time(parts[3]));
    }

    private static Instant time(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("not a time", e);
        }
    }

    /**
     * What it says.
     *
     * @throws io.github.camelcallrail.failure.CallRailFailure of kind MALFORMED if that cannot be read
     */
    public WebhookEvent read() {
        return EventBody.read(body, contentType, Optional.of(kind));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ReceivedEvent event
                && kind == event.kind
                && companyId.equals(event.companyId)
                && contentType.equals(event.contentType)
                && Arrays.equals(body, event.body)
                && received.equals(event.received);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(body);
    }

    /** Without the contents. */
    @Override
    public String toString() {
        return kind.text() + " of " + body.length + " bytes";
    }
}
