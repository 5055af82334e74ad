package io.github.camelcallrail.paging;

import io.github.camelcallrail.failure.CallRailFailure;
import io.github.camelcallrail.query.ReportQuery;
import java.util.function.Consumer;

/**
 * Fetches one page of a report. It is all that walks know about the outside.
 *
 * <p>Each method asks for a page once and throws {@link CallRailFailure} if it gets no usable page.
 */
public interface PageFetcher {

    /** The page with a number; the first is 1. */
    Page page(ReportQuery query, int number);

    /**
     * The page with a number, like {@link #page(ReportQuery, int)}.
     *
     * @param counted receives the counts of a response, if possible before its records are parsed; in the thread that
     *     reads it, once for each response that has counts
     */
    default Page page(ReportQuery query, int number, Consumer<PageCounts> counted) {
        Page page = page(query, number);
        counted.accept(new PageCounts(page.totalRecords(), page.totalPages()));
        return page;
    }

    /** The page to which a link of the previous page leads. */
    Page linked(ReportQuery query, String next);
}
