package io.github.camelcallrail.paging;

import io.github.camelcallrail.query.ReportQuery;

/** Gives a page that is already there for the first request, and fetches all others. Used by one walk. */
final class FirstPage implements PageFetcher {

    private final PageFetcher fetcher;
    private Page first;

    FirstPage(Page first, PageFetcher fetcher) {
        this.first = first;
        this.fetcher = fetcher;
    }

    @Override
    public Page page(ReportQuery query, int number) {
        if (first == null) {
            return fetcher.page(query, number);
        }
        Page known = first;
        first = null;
        return known;
    }

    @Override
    public Page linked(ReportQuery query, String next) {
        return fetcher.linked(query, next);
    }
}
