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
 * A walk that names the records whose time says nothing, in two lines at most: those of the first page that has any, and at its end
 * the others.
 */
final class UntimedRecords implements Walk {

    private static final Logger LOG = LoggerFactory.getLogger(UntimedRecords.class);
    private static final int MOST_NAMED = 10;

    private final Walk walk;
    private final ReportQuery query;
    private final RecordTime times;
    private final List<String> unnamed = new ArrayList<>();
    private boolean named;
    private long others;

    UntimedRecords(Walk walk, ReportQuery query) {
        this.walk = walk;
        this.query = query;
        this.times = RecordTime.of(query);
    }

    @Override
    public Optional<Page> next() {
        Optional<Page> page = walk.next();
        page.ifPresent(this::look);
        if (page.isEmpty() ? others > 0 : !named && others > 0) {
            name();
        }
        return page;
    }

    private void look(Page page) {
        for (CallRailRecord record : page.records()) {
            if (times.of(record).isEmpty()) {
                others++;
                if (unnamed.size() < MOST_NAMED) {
                    unnamed.add(record.id());
                }
            }
        }
    }

    private void name() {
        LOG.warn(
                "Report '{}' has {} {} whose '{}' is no time that a record can have: {}{}. They come with the others, behind the record"
                        + " that CallRail lists before them.",
                query.report(),
                others,
                (named ? "more " : "") + (others == 1 ? "record" : "records"),
                times.field(),
                String.join(", ", unnamed),
                others > unnamed.size() ? " and others" : "");
        named = true;
        others = 0;
        unnamed.clear();
    }
}
