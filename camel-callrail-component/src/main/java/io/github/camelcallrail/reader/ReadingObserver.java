package io.github.camelcallrail.reader;

import io.github.camelcallrail.client.RequestObserver;
import io.github.camelcallrail.paging.WalkListener;
import io.github.camelcallrail.query.ReportQuery;

/** Is told what readers request and read. Thread-safe, quick, and never throws. */
public interface ReadingObserver extends RequestObserver {

    /** For readers that nobody observes. */
    ReadingObserver NONE = new ReadingObserver() {
        @Override
        public void requested(String account) {
            // Nobody observes.
        }

        @Override
        public void refused(String account) {
            // Nobody observes.
        }

        @Override
        public WalkListener reading(ReportQuery query) {
            return WalkListener.NONE;
        }
    };

    /** A reading begins; the listener that is returned is told how far it is. */
    WalkListener reading(ReportQuery query);
}
