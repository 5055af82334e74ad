package io.github.camelcallrail.webhook;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.Optional;

/**
 * A request to the URL of a webhook. Nothing in it is trusted before its signature is checked.
 *
 * @param body the bytes as received
 * @param contentType the header {@code Content-Type}; empty if there is none
 * @param contentEncoding the header {@code Content-Encoding}; empty if there is none
 * @param signature the header {@code Signature}; empty if there is none
 * @param query the query of the URL, still encoded; empty if there is none
 */
public record WebhookRequest(
        byte[] body,
        Optional<String> contentType,
        Optional<String> contentEncoding,
        Optional<String> signature,
        Optional<String> query) {

    public WebhookRequest {
        body = requireNonNull(body, "body is null").clone();
        requireNonNull(contentType, "contentType is null");
        requireNonNull(contentEncoding, "contentEncoding is null");
        requireNonNull(signature, "signature is null");
        requireNonNull(query, "query is null");
    }

    @Override
    public byte[] body() {
        return body.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof WebhookRequest request
                && Arrays.equals(body, request.body)
                && contentType.equals(request.contentType)
                && contentEncoding.equals(request.contentEncoding)
                && signature.equals(request.signature)
                && query.equals(request.query);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(body);
    }

    /** Without the contents. */
    @Override
    public String toString() {
        return "webhook request of " + body.length + " bytes";
    }
}
