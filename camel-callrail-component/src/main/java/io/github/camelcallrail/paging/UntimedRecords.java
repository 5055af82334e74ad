package io.github.camelcallrail.paging;

import io.github.camelcallrail.query.RecordTime;
import io.github.camelcallrail.query.ReportQuery;
import io.github.camelcallrail.report.CallRailRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A walk that logs the records without a usable time, in at most two lines: those of the first page that has any, and
 * the others at its end.
 */
final class UntimedRecords implements Walk {

    private static final Logger LOG = LoggerFactory.getLogger(UntimedRecords.class);
    private static final int MAX_NAMED = 10;

    private final Walk walk;
    private final ReportQuery query;
    private final RecordTime times;
    private final List<String> ids = new ArrayList<>();
    private boolean logged;
    private long others;

    UntimedRecords(Walk walk, ReportQuery query) {
        this.walk = walk;
        this.query = query;
        this.times = RecordTime.of(query);
    }

    @Override
    public Optional<Page> next() {
        Optional<Page> page = walk.next();
        page.ifPresent(this::collect);
        if (page.isEmpty() ? others > 0 : !logged && others > 0) {
            log();
        }
        return page;
    }

    private void collect(Page page) {
        for (CallRailRecord record : page.records()) {
            if (times.of(record).isEmpty()) {
                others++;
                if (ids.size() < MAX_NAMED) {
                    ids.add(record.id());
                }
            }
        }
    }

    private void log() {
        LOG.warn(
                "Report '{}' has {} {} whose '{}' is not a usable time: {}{}. They are delivered with the others,"
                        + " after the record that CallRail lists before them.",
                query.report(),
                others,
                (logged ? "more " : "") + (others == 1 ? "record" : "records"),
                times.field(),
                String.join(", ", ids),
                others > ids.size() ? " and others" : "");
        logged = true;
        others = 0;
        ids.clear();
    }
}
