package io.github.camelcallrail.window;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;

/** What a date option says about one end of a window, before a clock and a zone make it an edge. */
sealed interface DateExpression {

    /** Which end of the window is meant; a time that clocks skip, and a range, mean different edges at each. */
    enum End {
        START,
        END
    }

    WindowBound edge(LocalDate today, WallClock wall, End end);

    /** Whether the zone changes which instants are meant. */
    default boolean needsZone() {
        return true;
    }

    /** Whether a time of day was given. */
    default boolean hasTime() {
        return false;
    }

    /** A day of the calendar. */
    record Day(LocalDate day) implements DateExpression {
        @Override
        public WindowBound edge(LocalDate today, WallClock wall, End end) {
            return WindowBound.of(day);
        }
    }

    /** A number of days before today. */
    record DaysAgo(int days) implements DateExpression {
        @Override
        public WindowBound edge(LocalDate today, WallClock wall, End end) {
            return WindowBound.of(today.minusDays(days));
        }
    }

    /** The first or last day of a named range. */
    record InRange(DateRange range) implements DateExpression {
        @Override
        public WindowBound edge(LocalDate today, WallClock wall, End end) {
            return WindowBound.of(end == End.START ? range.first(today) : range.last(today));
        }
    }

    /** A minute by the clock on the wall of the window's zone. */
    record LocalMinute(LocalDateTime minute) implements DateExpression {
        @Override
        public WindowBound edge(LocalDate today, WallClock wall, End end) {
            return WindowBound.of(end == End.START ? wall.atOrAfter(minute) : wall.atOrBefore(minute));
        }

        @Override
        public boolean hasTime() {
            return true;
        }
    }

    /** A minute that is the same in every zone. */
    record ExactMinute(OffsetDateTime minute) implements DateExpression {
        @Override
        public WindowBound edge(LocalDate today, WallClock wall, End end) {
            return WindowBound.of(minute.atZoneSameInstant(wall.zone()).toLocalDateTime());
        }

        @Override
        public boolean needsZone() {
            return false;
        }

        @Override
        public boolean hasTime() {
            return true;
        }
    }

    /** The end of a window of which only the start was given: today, which a report of rows cuts at the minute. */
    record Now() implements DateExpression {
        @Override
        public WindowBound edge(LocalDate today, WallClock wall, End end) {
            return WindowBound.of(today);
        }

        @Override
        public boolean needsZone() {
            return false;
        }
    }
}
