package io.github.camelcallrail.sandbox;

/** How a page by number is answered that lies beyond the records that are served by page number. */
public enum PagesBeyond {
    /** With HTTP 400. */
    REFUSED,
    /** With HTTP 404. */
    NOT_FOUND,
    /** With no records, though the totals count them. */
    EMPTY,
    /** With the last page that is served. */
    REPEATED
}
