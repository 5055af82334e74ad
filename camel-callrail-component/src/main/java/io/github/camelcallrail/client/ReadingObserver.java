package io.github.camelcallrail.client;

import io.github.camelcallrail.paging.WalkListener;
import io.github.camelcallrail.report.ReportQuery;

/** Is told what readers do. Thread-safe, quick, and never throws. */
public interface ReadingObserver {

    /** For readers that nobody watches. */
    ReadingObserver NONE = new ReadingObserver() {
        @Override
        public void requested(String account) {
            // Nobody watches.
        }

        @Override
        public void refused(String account) {
            // Nobody watches.
        }

        @Override
        public WalkListener reading(ReportQuery query) {
            return WalkListener.NONE;
        }
    };

    /**
     * A request is sent.
     *
     * @param account the account's id; empty text for requests that belong to none
     */
    void requested(String account);

    /** CallRail refused a request because the quota is used up (HTTP 429). */
    void refused(String account);

    /** A reading begins; what is given back is told how far it is. */
    WalkListener reading(ReportQuery query);
}
