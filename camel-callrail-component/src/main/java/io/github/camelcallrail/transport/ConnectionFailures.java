package io.github.camelcallrail.transport;

import io.github.camelcallrail.client.ApiRequest;
import java.io.IOException;
import org.apache.hc.core5.http.HttpException;

/** Says why a request got no answer, without the key and without the query, which may name a caller. */
record ConnectionFailures(ConnectionSettings settings, ApiRequest request) {

    IOException because(Throwable failure) {
        String attempt = request + " at " + settings.baseUrl() + " got no answer: "
                + failure.getClass().getSimpleName();
        if (tellsSecrets(failure) || quotesTheAnswer(failure)) {
            return new IOException(attempt);
        }
        String detail = failure.getMessage() == null ? "" : ": " + failure.getMessage();
        return new IOException(attempt + detail, failure);
    }

    /** HttpClient's own quote what they could not read, at any length. */
    private static boolean quotesTheAnswer(Throwable failure) {
        return failure instanceof HttpException || failure.getCause() != null && quotesTheAnswer(failure.getCause());
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
        return text.contains(settings.apiKey())
                || (!request.query().isEmpty() && text.contains(request.query()))
                || request.json().filter(text::contains).isPresent();
    }
}
