package io.github.camelcallrail.paging;

import io.github.camelcallrail.failure.CallRailFailure;
import io.github.camelcallrail.query.ReportQuery;

/**
 * Fetches one page of a report. It is all that walks know about the outside.
 *
 * <p>Each method asks for a page once and throws {@link CallRailFailure} if it gets no usable page.
 */
public interface PageFetcher {

    /** The page with a number; the first is 1. */
    Page page(ReportQuery query, int number);

    /** The page to which a link of the previous page leads. */
    Page linked(ReportQuery query, String next);
}
