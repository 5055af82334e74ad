package io.github.camelcallrail.transport;

import io.github.camelcallrail.client.ApiRequest;
import java.io.IOException;

/** Says why a request got no answer, without the key and without the query, which may name a caller. */
record NoAnswer(ConnectionSettings settings, ApiRequest request) {

    IOException because(Throwable failure) {
        String attempt = request + " at " + settings.baseUrl() + " got no answer: "
                + failure.getClass().getSimpleName();
        if (tellsSecrets(failure)) {
            return new IOException(attempt);
        }
        String detail = failure.getMessage() == null ? "" : ": " + failure.getMessage();
        return new IOException(attempt + detail, failure);
    }

    /** Looks at the text of every exception that a logger would print with this one. */
    private boolean tellsSecrets(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (tellsSecrets(cause.toString())) {
                return true;
            }
            for (Throwable suppressed : cause.getSuppressed()) {
                if (tellsSecrets(suppressed)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean tellsSecrets(String text) {
        return text.contains(settings.apiKey()) || (!request.query().isEmpty() && text.contains(request.query()));
    }
}
