package io.github.camelcallrail.paging;

import io.github.camelcallrail.failure.CallRailFailure;
import io.github.camelcallrail.query.ReportQuery;

/**
 * Gets one page of a report, however that is done. The walks know nothing else of the world.
 *
 * <p>Every method asks once, and throws {@link CallRailFailure} when no good page comes of it.
 */
public interface PageFetcher {

    /** The page of that number; the first is 1. */
    Page page(ReportQuery query, int number);

    /** The page that a link of the page before leads to. */
    Page linked(ReportQuery query, String next);
}
