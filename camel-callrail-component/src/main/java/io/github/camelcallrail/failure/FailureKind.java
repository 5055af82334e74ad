package io.github.camelcallrail.failure;

/**
 * What went wrong, in the few ways that call for different actions. The kind says whose move it is and whether the same
 * request may succeed later with nothing changed.
 */
public enum FailureKind {
    /** An option is misspelt, missing, impossible, or does not apply to the report. Nothing was asked of CallRail. */
    CONFIGURATION(Fault.USER, false),
    /** HTTP 401: CallRail does not know the API key. */
    UNAUTHORIZED(Fault.USER, false),
    /** HTTP 403: the key's user may not see what was asked. */
    FORBIDDEN(Fault.USER, false),
    /** HTTP 404: there is no such account, company or report for this key. */
    NOT_FOUND(Fault.USER, false),
    /** HTTP 400, 405, 406, 422 or another 4xx, or a redirect: CallRail refuses the request as it stands. */
    REFUSED(Fault.USER, false),
    /** HTTP 429: the account's request quota is used up, by us or by others. */
    RATE_LIMITED(Fault.CALLRAIL, true),
    /** The budget of requests for the account (options requestsPerHour, requestsPerDay) is used up. Nothing was asked. */
    OVER_BUDGET(Fault.USER, true),
    /** Other requests had all connections for as long as this one may wait (option budgetWait). Nothing was asked. */
    BUSY(Fault.USER, true),
    /** HTTP 5xx: CallRail is down or overloaded. */
    UNAVAILABLE(Fault.CALLRAIL, true),
    /** No complete answer arrived: refused, reset or timed-out connections, and answers that break off. */
    NETWORK(Fault.NETWORK, true),
    /** An answer arrived whole but is not what the API promises: not JSON, its list missing, a link to elsewhere. */
    MALFORMED(Fault.CALLRAIL, true),
    /** The list changed while it was read, so what was read may lack rows. Reading it again may succeed. */
    INCOMPLETE(Fault.CALLRAIL, true),
    /** What an incremental consumer saved is damaged, lacks a part, or belongs to other options. */
    STATE(Fault.USER, false),
    /**
     * What an incremental consumer saved, or the count of requests that nodes share, could not be read or written: a full disk, a
     * database that is away.
     */
    STORAGE(Fault.USER, true),
    /** Another process has written the state of an incremental consumer in between. The next poll resumes from what it wrote. */
    CONFLICT(Fault.USER, true);

    /** Whose move it is. */
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

    /** Whether nothing is amiss but the time: what is half read can be read on later, from where it is. */
    public boolean postpones() {
        return this == OVER_BUDGET || this == RATE_LIMITED || this == BUSY;
    }

    /** Whether the same request, unchanged, may succeed later. */
    public boolean retryable() {
        return retryable;
    }
}
