package io.github.camelcallrail.transport;

import io.github.camelcallrail.client.ApiRequest;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLHandshakeException;
import org.apache.hc.core5.http.HttpException;

/** Explains why a request got no response, without the key and the query, which may contain a caller's number. */
record ConnectionFailures(ConnectionSettings settings, ApiRequest request) {

    IOException because(Throwable failure) {
        String attempt = request + " at " + settings.baseUrl() + " got no response: "
                + failure.getClass().getSimpleName();
        if (containsSecrets(failure) || quotesTheResponse(failure)) {
            return new IOException(attempt);
        }
        String detail = failure.getMessage() == null ? "" : ": " + failure.getMessage();
        return new IOException(attempt + detail + advice(failure), failure);
    }

    /** What to check, for failures that repeat until somebody changes something; empty for all others. */
    private static String advice(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnknownHostException) {
                return ". This machine cannot resolve the host name: check option 'baseUrl', the network, and whether a"
                        + " proxy is needed (options 'proxyHost' and 'proxyPort')";
            }
            if (cause instanceof ConnectException) {
                return ". Nothing there accepts the connection: check option 'baseUrl', the firewall, and whether a"
                        + " proxy is needed (options 'proxyHost' and 'proxyPort')";
            }
            if (cause instanceof SSLHandshakeException) {
                return ". The certificate was not accepted: check option 'sslContextParameters', or whether a proxy"
                        + " inspects TLS";
            }
        }
        return "";
    }

    /** HttpClient's exceptions quote what they could not read, at any length. */
    private static boolean quotesTheResponse(Throwable failure) {
        return failure instanceof HttpException || failure.getCause() != null && quotesTheResponse(failure.getCause());
    }

    /** Checks the text of every exception that a logger would print with this one. */
    private boolean containsSecrets(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (containsSecrets(cause.toString())) {
                return true;
            }
            for (Throwable suppressed : cause.getSuppressed()) {
                if (containsSecrets(suppressed)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean containsSecrets(String text) {
        return text.contains(settings.apiKey())
                || (!request.query().isEmpty() && text.contains(request.query()))
                || request.json().filter(text::contains).isPresent();
    }
}
