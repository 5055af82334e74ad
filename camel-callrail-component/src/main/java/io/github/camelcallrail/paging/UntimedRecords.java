package io.github.camelcallrail.paging;

import io.github.camelcallrail.catalogue.Report;
import io.github.camelcallrail.report.CallRailRecord;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs the records of a walk without a usable time, in at most two lines: those of the first page that has any, and the
 * others at the end of the walk.
 */
final class UntimedRecords {

    private static final Logger LOG = LoggerFactory.getLogger(UntimedRecords.class);
    private static final int MAX_NAMED = 10;

    private final Report report;
    private final String field;
    private final List<String> ids = new ArrayList<>();
    private boolean logged;
    private long others;

    UntimedRecords(Report report, String field) {
        this.report = report;
        this.field = field;
    }

    void add(CallRailRecord record) {
        others++;
        if (ids.size() < MAX_NAMED) {
            ids.add(record.id());
        }
    }

    /** Logs what is due after a page, or at the end of the walk. */
    void pageEnded(boolean last) {
        if (others > 0 && (last || !logged)) {
            log();
        }
    }

    private void log() {
        LOG.warn(
                "Report '{}' has {} {} whose '{}' is not a usable time: {}{}. They are delivered with the others,"
                        + " after the record that CallRail lists before them.",
                report,
                others,
                (logged ? "more " : "") + (others == 1 ? "record" : "records"),
                field,
                String.join(", ", ids),
                others > ids.size() ? " and others" : "");
        logged = true;
        others = 0;
        ids.clear();
    }
}
