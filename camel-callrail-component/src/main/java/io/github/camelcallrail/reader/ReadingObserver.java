package io.github.camelcallrail.reader;

import io.github.camelcallrail.catalogue.Assumption;
import io.github.camelcallrail.catalogue.Report;
import io.github.camelcallrail.client.RequestObserver;
import io.github.camelcallrail.paging.WalkListener;
import io.github.camelcallrail.query.ReportQuery;

/** Is notified of what readers request and read. Implementations are thread-safe, fast, and never throw. */
public interface ReadingObserver extends RequestObserver {

    /** For readers without an observer. */
    ReadingObserver NONE = new ReadingObserver() {
        @Override
        public void requested(String account) {
            // There is no observer.
        }

        @Override
        public void refused(String account) {
            // There is no observer.
        }

        @Override
        public void differs(Report report, Assumption assumption, String detail) {
            // There is no observer.
        }

        @Override
        public WalkListener reading(ReportQuery query) {
            return WalkListener.NONE;
        }
    };

    /**
     * Called when a response contradicts an assumption and reading continues without it; called each time.
     *
     * @param detail what was met, and what is done instead, as whole sentences
     */
    void differs(Report report, Assumption assumption, String detail);

    /** Called when a reading begins; the returned listener is notified of its progress. */
    WalkListener reading(ReportQuery query);
}
