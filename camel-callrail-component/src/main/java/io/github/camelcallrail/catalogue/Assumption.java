package io.github.camelcallrail.catalogue;

import java.util.Locale;

/**
 * What this component assumes about CallRail, beyond what its documentation promises or where nobody has seen it kept.
 * Reading works without it, or fails with an error that names it; {@code callrail:check} says whether it holds. The
 * order is that of the documentation. Names are public: logs, errors, metrics and checks use {@link #id}.
 */
public enum Assumption {
    /** A list is sorted by the requested field. */
    SORT("sorts a list by the requested field"),
    /** A list is sorted in the requested direction. */
    ORDER("sorts a list in the requested direction"),
    /** Conversations and SMS threads come newest first. */
    NEWEST_FIRST("lists conversations and SMS threads newest first"),
    /** A page has as many records as requested, up to 250. */
    PAGE_SIZE("returns as many records per page as requested, up to 250"),
    /** A time of day in a date is respected. */
    TIMES_OF_DAY("respects times of day in dates"),
    /** The end date belongs to the window. */
    END_DATE("includes the end date"),
    /** Dates are read in the requested time zone. */
    TIME_ZONE("reads dates in the requested time zone"),
    /** The times of records have the offset of the requested time zone. */
    OFFSETS("returns times with the offset of the requested time zone"),
    /** Each page of a list gives the number of records and pages. */
    TOTALS("counts the records and pages of a list"),
    /** The number of records is exactly the number that is listed. */
    EXACT_TOTALS("counts exactly the records that it lists"),
    /** The number of records and pages are JSON numbers. */
    NUMERIC_TOTALS("returns counts as numbers"),
    /** The page after the last is empty. */
    PAGES_BEYOND("returns an empty page after the last page"),
    /** A field has the type that the catalogue gives: number, text, boolean. */
    TYPES("returns fields with their documented types"),
    /** An id is text. */
    TEXT_IDS("returns ids as text"),
    /** A missing value is null. */
    NULLS("returns null where there is no value"),
    /** A record has no fields that the catalogue lacks. */
    KNOWN_FIELDS("returns only known fields"),
    /** A record has the requested fields. */
    REQUESTED_FIELDS("returns the requested fields"),
    /** Only known members stand beside a list. */
    KNOWN_MEMBERS("returns only known members beside a list"),
    /** A link to the next page repeats dates, fields and filters. */
    LINKS("repeats dates, fields and filters in links to the next page");

    private final String statement;

    Assumption(String statement) {
        this.statement = statement;
    }

    /** Its name in logs, errors, metrics and checks: {@code end-date}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What CallRail is assumed to do, as the rest of a sentence that begins with its name. */
    public String statement() {
        return statement;
    }

    @Override
    public String toString() {
        return id();
    }
}
