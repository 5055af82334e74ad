package io.github.camelcallrail;

/** Where in its work the process of an incremental consumer can be killed. */
enum KillPoint {
    /** A request is answered, and the answer is not yet there. */
    FETCH,
    /** The sink has a record of a page, and more of the page are to come. */
    MID_PAGE,
    /** All exchanges of a page are done, and nothing of that is written. */
    PAGE_SENT,
    /**
     * Fingerprints are about to be written: the new file is there and not yet moved, or the row is not yet committed.
     */
    IN_BUCKET,
    /** Fingerprints are written, and others or the header are not. */
    BETWEEN_WRITES,
    /** The header is about to be written. */
    IN_HEADER,
    /** The header is written, so the page is confirmed. */
    CONFIRMED
}
