package io.github.camelcallrail.failure;

/**
 * What went wrong, in the few kinds that need different actions. The kind says who has to act and whether the same
 * request may succeed later without any change.
 */
public enum FailureKind {
    /** An option is misspelt, missing, invalid, or does not apply to the report. No request was sent. */
    CONFIGURATION(Fault.USER, false),
    /** HTTP 401: CallRail does not know the API key. */
    UNAUTHORIZED(Fault.USER, false),
    /** HTTP 403: the key's user may not see the requested data. */
    FORBIDDEN(Fault.USER, false),
    /** HTTP 404: there is no such account, company or report for this key. */
    NOT_FOUND(Fault.USER, false),
    /** HTTP 400, 405, 406, 422 or another 4xx, or a redirect: CallRail rejects the request as it is. */
    REFUSED(Fault.USER, false),
    /** HTTP 429: the account's request quota is used up, by this application or by others. */
    RATE_LIMITED(Fault.CALLRAIL, true),
    /**
     * The budget of requests for the account (options requestsPerHour, requestsPerDay) is used up. No request was sent.
     */
    OVER_BUDGET(Fault.USER, true),
    /**
     * Other requests used all connections for as long as this one may wait (option budgetWait). No request was sent. Or
     * so many events wait to be processed that no further one is accepted.
     */
    BUSY(Fault.USER, true),
    /** HTTP 5xx: CallRail is down or overloaded. */
    UNAVAILABLE(Fault.CALLRAIL, true),
    /** No complete response arrived: connections were refused, reset or timed out, or the response was cut off. */
    NETWORK(Fault.NETWORK, true),
    /**
     * The response is complete but not what the API promises: not JSON, without its list, or with a link to another
     * host.
     */
    MALFORMED(Fault.CALLRAIL, true),
    /** The list changed while it was read, so records may be missing. Reading it again may succeed. */
    INCOMPLETE(Fault.CALLRAIL, true),
    /** The saved state of an incremental consumer is damaged, incomplete, or belongs to other options. */
    STATE(Fault.USER, false),
    /**
     * The saved state of an incremental consumer, or the request count that nodes share, could not be read or written,
     * for example because the disk is full or the database is unavailable.
     */
    STORAGE(Fault.USER, true),
    /**
     * Another process has written the state of an incremental consumer in the meantime, and the next poll resumes from
     * there; or another application keeps writing a webhook integration.
     */
    CONFLICT(Fault.USER, true);

    /** Who has to act. */
    public enum Fault {
        /** The route, its options or the key's rights must change. */
        USER,
        /** CallRail must recover. */
        CALLRAIL,
        /** Something between here and CallRail must recover. */
        NETWORK
    }

    private final Fault fault;
    private final boolean retryable;

    FailureKind(Fault fault, boolean retryable) {
        this.fault = fault;
        this.retryable = retryable;
    }

    public Fault fault() {
        return fault;
    }

    /** Whether the failure only postpones reading: it can resume later from where it stopped. */
    public boolean postpones() {
        return this == OVER_BUDGET || this == RATE_LIMITED || this == BUSY;
    }

    /** Whether the same request, unchanged, may succeed later. */
    public boolean retryable() {
        return retryable;
    }
}
