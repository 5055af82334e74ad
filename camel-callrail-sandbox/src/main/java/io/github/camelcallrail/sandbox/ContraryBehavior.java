package io.github.camelcallrail.sandbox;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A way in which CallRail may differ from what its documentation says or clients assume. Each switches one difference
 * on, by {@link CallRailSandbox.Builder#contrary} or {@link CallRailSandbox#contrary(Set)}; all are off by default, and
 * any can be on together.
 *
 * <p>Unless a constant says otherwise, it changes the answers of every report that is a list, and not which requests
 * are rejected. Single objects differ as the records of a list do, and lists of children as other lists. Where two
 * contradict each other, the constants say which one applies. Names are public: the command line of {@link SandboxMain}
 * takes the {@link #id}.
 */
public enum ContraryBehavior {
    /**
     * The parameters {@code sort} and {@code order} have no effect, not even an invalid value: lists have their default
     * order, which is newest first for calls and form submissions. Then {@link #ORDER_IGNORED} has nothing to change.
     */
    SORT_IGNORED("the parameters sort and order have no effect: calls and form submissions come newest first"),
    /** The parameter {@code sort} has an effect but {@code order} has none: a sorted list is always descending. */
    ORDER_IGNORED("the parameter order has no effect: a sorted list is descending"),
    /** Conversations and SMS threads come oldest first; other lists stay as they are. */
    OLDEST_FIRST("conversations and SMS threads come oldest first"),
    /** A page has at most 100 records, and {@code per_page} and {@code total_pages} of the answer say so. */
    PAGES_CLAMPED("a page has at most 100 records, whatever per_page requests"),
    /**
     * A time of day in {@code start_date} or {@code end_date} is cut off, with its offset: each means the whole day.
     * Also for summaries. SMS threads still reject a time of day.
     */
    TIMES_OF_DAY_IGNORED("a time of day in start_date or end_date is cut off: whole days are listed"),
    /**
     * {@code end_date} is exclusive. A time of day excludes that moment; a date excludes the whole day, so that the
     * list is empty if the period starts on the same day. Also for summaries. A {@code date_range} is not affected.
     */
    END_DATE_EXCLUSIVE("end_date is exclusive: its minute, or its day if it has no time, is not listed"),
    /**
     * Dates and ranges are read in UTC whatever {@code time_zone} says. Times are still written in the requested zone,
     * and an unknown zone is still rejected. Also for summaries.
     */
    TIME_ZONE_IGNORED("dates are read in UTC, whatever time_zone says"),
    /** The times of records are the same instants, but written in UTC: {@code Z} or {@code +0000}. */
    TIMES_IN_UTC("the times of records are written in UTC"),
    /**
     * The times of records are the same instants, but written with one of five offsets, which depends on the id of the
     * record. With {@link #TIMES_IN_UTC} they are in UTC.
     */
    MIXED_OFFSETS("the times of records are written with different offsets"),
    /**
     * The answer has no {@code page}, {@code per_page}, {@code total_pages} and {@code total_records}, whatever other
     * switches do to them.
     */
    NO_TOTALS("the answer has no page, per_page, total_pages and total_records"),
    /** {@code total_records} is 7 more than there are, in every answer, and {@code total_pages} is computed from it. */
    WRONG_TOTALS("total_records counts 7 more records than are listed, and total_pages their pages"),
    /** {@code total_records} and {@code total_pages} are text. */
    TOTALS_AS_TEXT("total_records and total_pages are text"),
    /**
     * A page beyond the last has the records of the last; its {@code page} is the requested number. Pages by link are
     * not affected. With {@link #NO_PAGE_BEYOND} there is none.
     */
    LAST_PAGE_REPEATED("a page beyond the last repeats the records of the last"),
    /** A page beyond the last is HTTP 404; the first page always exists. Pages by link are not affected. */
    NO_PAGE_BEYOND("a page beyond the last is HTTP 404"),
    /**
     * The numbers in records, also in nested objects, are text. Also for summaries. With {@link #TEXT_AS_NUMBERS} they
     * change places.
     */
    NUMBERS_AS_TEXT("numbers in records are text"),
    /**
     * Text in records, also in nested objects, is a number if it consists of 1 to 15 digits and does not begin with a
     * zero that a number would lose. Also for summaries.
     */
    TEXT_AS_NUMBERS("text in records that consists of digits is a number"),
    /**
     * Ids are numbers, as in version 2 of the API, with any other switch; short ids of conversations stay text. In a
     * request, both forms of an id work. Also for summaries.
     */
    NUMERIC_IDS("ids are numbers, as in version 2 of the API"),
    /** What would be null in a record, also in nested objects, is empty text. Also for summaries. */
    EMPTY_TEXT_FOR_NULL("null in records is empty text"),
    /** Each record has two more fields: the text {@code future_text} and the object {@code future_object}. */
    UNKNOWN_FIELDS("records have two more fields, a text and an object, that nobody knows"),
    /**
     * Fields that {@code fields} requests are missing, unless they are returned without a request. An unknown field is
     * still rejected. Also for summaries.
     */
    REQUESTED_FIELDS_MISSING("fields that are returned only on request are missing"),
    /**
     * The answer has more members: the list of objects {@code future_notices} before all others, and {@code
     * future_state}, an object, after them.
     */
    UNKNOWN_MEMBERS("the answer has members beside the list that nobody knows, one of them a list of objects"),
    /**
     * The link to the next page of relative pagination has only {@code relative_pagination}, {@code offset} and
     * {@code per_page}. The page it leads to has the defaults of a request without dates, order, fields and filters.
     */
    LINKS_WITHOUT_FILTERS("links to the next page repeat neither dates nor order, fields and filters");

    private final String effect;

    ContraryBehavior(String effect) {
        this.effect = effect;
    }

    /** Its name on the command line: {@code sort-ignored}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** How the sandbox then behaves, in one sentence without its full stop. */
    public String effect() {
        return effect;
    }

    /**
     * The behavior with this {@link #id}.
     *
     * @throws IllegalArgumentException if there is none; the message has the closest id and all others
     */
    public static ContraryBehavior of(String id) {
        return Arrays.stream(values())
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(() -> unknown(id));
    }

    private static IllegalArgumentException unknown(String id) {
        List<String> known = Arrays.stream(values()).map(ContraryBehavior::id).toList();
        return new IllegalArgumentException("There is no contrary behavior '" + id + "'. "
                + Spelling.closest(id, known)
                        .map(closest -> "Did you mean '" + closest + "'? ")
                        .orElse("")
                + "There are: " + String.join(", ", known));
    }

    @Override
    public String toString() {
        return id();
    }
}
