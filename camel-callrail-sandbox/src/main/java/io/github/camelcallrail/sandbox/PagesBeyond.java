package io.github.camelcallrail.sandbox;

/** The response for a numbered page beyond the records that are served by page number. */
public enum PagesBeyond {
    /** HTTP 400. */
    REFUSED,
    /** HTTP 404. */
    NOT_FOUND,
    /** No records, although the totals count them. */
    EMPTY,
    /** The last page that is served. */
    REPEATED
}
