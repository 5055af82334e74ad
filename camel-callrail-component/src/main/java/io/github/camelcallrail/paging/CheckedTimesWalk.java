package io.github.camelcallrail.paging;

import io.github.camelcallrail.catalogue.Assumption;
import io.github.camelcallrail.catalogue.Report.Mark;
import io.github.camelcallrail.failure.CallRailFailure;
import io.github.camelcallrail.failure.FailureKind;
import io.github.camelcallrail.query.RecordTime;
import io.github.camelcallrail.query.ReportQuery;
import io.github.camelcallrail.report.CallRailRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A walk whose records have the requested times. A record outside the window is left out if CallRail ignores times of
 * day, so that its days are too long; if it lies on another day, the dates were read in another time zone, so that
 * other records are missing, and the walk fails. Records without a usable time are delivered and logged.
 */
final class CheckedTimesWalk implements Walk {

    private final Walk walk;
    private final ReportQuery query;
    private final DeviationListener deviations;
    private final RecordTime times;
    private final Optional<WindowLimits> limits;
    private final UntimedRecords untimed;

    CheckedTimesWalk(Walk walk, ReportQuery query, DeviationListener deviations) {
        this.walk = walk;
        this.query = query;
        this.deviations = deviations;
        this.times = RecordTime.of(query);
        this.limits = query.linked() ? Optional.empty() : query.window().map(WindowLimits::of);
        this.untimed = new UntimedRecords(query.report(), times.field());
    }

    @Override
    public Optional<Page> next() {
        Optional<Page> page = walk.next();
        Optional<Page> checked = page.map(this::checked);
        untimed.pageEnded(page.isEmpty());
        return checked;
    }

    @Override
    public boolean oldestFirst() {
        return walk.oldestFirst();
    }

    private Page checked(Page page) {
        List<CallRailRecord> inside = new ArrayList<>(page.records().size());
        for (CallRailRecord record : page.records()) {
            Optional<Instant> time = times.of(record);
            if (time.isEmpty()) {
                untimed.add(record);
            }
            if (time.isEmpty() || isWanted(time.get())) {
                inside.add(record);
            }
        }
        return inside.size() == page.records().size() ? page : page.with(inside);
    }

    private boolean isWanted(Instant time) {
        if (limits.isEmpty()) {
            return true;
        }
        WindowLimits.Place place = limits.get().place(time);
        if (place == WindowLimits.Place.OTHER_TIME_OF_DAY) {
            deviations.differs(
                    Assumption.TIMES_OF_DAY,
                    "Records of the first or last day came that lie outside the requested times. They are left out.");
        } else if (place == WindowLimits.Place.EARLIER_DAY
                || place == WindowLimits.Place.LATER_DAY && !query.report().is(Mark.NEWEST_FIRST)) {
            throw otherZone();
        }
        return place != WindowLimits.Place.OTHER_TIME_OF_DAY;
    }

    private CallRailFailure otherZone() {
        return CallRailFailure.of(
                FailureKind.MALFORMED,
                ("Report '%s' was requested from %s to %s in %s, but a record of another day came (assumption '%s'):"
                                + " CallRail seems to read dates in another time zone, so records may be missing. Set"
                                + " option 'timeZone' to that zone, such as UTC or the zone of the account.")
                        .formatted(
                                query.report(),
                                query.window().orElseThrow().startText(),
                                query.window().orElseThrow().endText(),
                                query.window().orElseThrow().zone(),
                                Assumption.TIME_ZONE));
    }
}
