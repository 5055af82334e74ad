package io.github.camelcallrail.webhook;

import java.util.Locale;

/** Why a request to the URL of a webhook is not accepted. */
public enum Rejection {
    /** The body is larger than option {@code maxEventSize} allows. */
    TOO_LARGE(413),
    /** The body did not arrive in time, or not completely. */
    INCOMPLETE(408),
    /** The body is compressed, which CallRail does not do, or neither JSON nor a form. */
    UNSUPPORTED(415),
    /** The request has no signature. */
    UNSIGNED(401),
    /** The request is marked as being for a company whose events are not received here. */
    UNKNOWN_COMPANY(403),
    /** The signature does not fit the body. */
    WRONG_SIGNATURE(403),
    /** The signing key cannot be looked up now. */
    NO_KEY(503),
    /** The signature is right, but the body cannot be read. */
    UNREADABLE(400),
    /** The event cannot be stored: too many wait, or the storage fails. */
    NOT_STORED(503);

    private final int status;

    Rejection(int status) {
        this.status = status;
    }

    /** The HTTP status of the response. */
    public int status() {
        return status;
    }

    /** As it appears in metrics: {@code wrong-signature}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
