package io.github.camelcallrail.window;

import static java.util.Objects.requireNonNull;

import io.github.camelcallrail.failure.CallRailFailure;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** Turns a selection into a window, for the current time, a zone and a precision. */
record WindowResolver(Instant now, WallClock wall, DatePrecision precision) {

    WindowResolver {
        requireNonNull(now, "now is null");
        requireNonNull(wall, "wall is null");
        requireNonNull(precision, "precision is null");
    }

    DateWindow of(SelectedDates ends) {
        requireAccepted(ends.start());
        requireAccepted(ends.end());
        WindowBound start = ends.start().expression().bound(today(), wall, DateExpression.End.START);
        WindowBound end = ends.end().expression().bound(today(), wall, DateExpression.End.END);
        requirePast(ends.start(), start);
        requireOrder(ends, start, end);
        requireKept(ends.start(), start);
        return new DateWindow(start, notBeyondNow(start, end), wall.zone());
    }

    private LocalDate today() {
        return wall.dayOf(now);
    }

    private WindowBound notBeyondNow(WindowBound start, WindowBound end) {
        if (!precision.endsByNow() || !wall.last(end).isAfter(now)) {
            return end;
        }
        WindowBound passed = WindowBound.of(wall.minutePassed(now));
        if (wall.last(passed).isBefore(wall.first(start))) {
            return WindowBound.of(LocalDateTime.ofInstant(wall.first(start), wall.zone()));
        }
        return passed;
    }

    private void requireAccepted(DateOption bound) {
        if (bound.expression().hasTime() && !precision.takesTimes()) {
            String day = bound.value().substring(0, bound.value().indexOf('T'));
            throw CallRailFailure.configuration(bound.written()
                    + " has a time of day, but this report accepts whole days only: write " + bound.option() + "=" + day
                    + ".");
        }
    }

    private void requirePast(DateOption bound, WindowBound start) {
        if (wall.first(start).isAfter(now)) {
            LocalDateTime minute = LocalDateTime.ofInstant(now, wall.zone()).truncatedTo(ChronoUnit.MINUTES);
            String present = start.time().isPresent() ? "it is " + minute : "today is " + today();
            throw CallRailFailure.configuration(bound.written(start) + " is in the future: " + present
                    + (wall.zone() instanceof ZoneOffset ? " even in UTC+14" : " in " + wall.zone())
                    + ". Choose an earlier start.");
        }
    }

    private void requireOrder(SelectedDates ends, WindowBound start, WindowBound end) {
        if (!wall.first(start).isAfter(wall.last(end))) {
            return;
        }
        if (ends.start().expression() instanceof DateExpression.LocalMinute first
                && ends.end().expression() instanceof DateExpression.LocalMinute last
                && !first.minute().isAfter(last.minute())) {
            throw CallRailFailure.configuration(ends.start().written() + " and "
                    + ends.end().written() + " are both in the period that " + wall.zone()
                    + " skips when clocks are set forward, so the window is empty: choose other times.");
        }
        throw CallRailFailure.configuration(ends.start().written(start) + " is after "
                + ends.end().written(end) + ": choose an earlier start or a later end.");
    }

    private void requireKept(DateOption bound, WindowBound start) {
        LocalDate earliest = Retention.earliest(today());
        if (start.day().isBefore(earliest)) {
            throw CallRailFailure.configuration(bound.written(start) + " is further back than the " + Retention.MONTHS
                    + " months that CallRail keeps: the earliest day to start on is " + earliest + ".");
        }
    }
}
