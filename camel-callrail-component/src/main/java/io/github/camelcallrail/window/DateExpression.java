package io.github.camelcallrail.window;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;

/**
 * The meaning of a date option for one end of a window, before a clock and a zone turn it into a {@link WindowBound}.
 */
sealed interface DateExpression {

    /**
     * The end of the window to which an option applies; a range, and a time that clocks skip, give different bounds at
     * each end.
     */
    enum End {
        START,
        END
    }

    WindowBound bound(LocalDate today, WallClock wall, End end);

    /** Whether the meaning depends on the zone. */
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
        public WindowBound bound(LocalDate today, WallClock wall, End end) {
            return WindowBound.of(day);
        }
    }

    /** A number of days before today. */
    record DaysAgo(int days) implements DateExpression {
        @Override
        public WindowBound bound(LocalDate today, WallClock wall, End end) {
            return WindowBound.of(today.minusDays(days));
        }
    }

    /** The first or last day of a named range. */
    record InRange(DateRange range) implements DateExpression {
        @Override
        public WindowBound bound(LocalDate today, WallClock wall, End end) {
            return WindowBound.of(end == End.START ? range.first(today) : range.last(today));
        }
    }

    /** A minute of local time in the window's zone. */
    record LocalMinute(LocalDateTime minute) implements DateExpression {
        @Override
        public WindowBound bound(LocalDate today, WallClock wall, End end) {
            return WindowBound.of(end == End.START ? wall.atOrAfter(minute) : wall.atOrBefore(minute));
        }

        @Override
        public boolean hasTime() {
            return true;
        }
    }

    /** A minute with an offset, the same in every zone. */
    record ExactMinute(OffsetDateTime minute) implements DateExpression {
        @Override
        public WindowBound bound(LocalDate today, WallClock wall, End end) {
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

    /** The end of a window with only a start: today, which list reports cut at the current minute. */
    record Now() implements DateExpression {
        @Override
        public WindowBound bound(LocalDate today, WallClock wall, End end) {
            return WindowBound.of(today);
        }

        @Override
        public boolean needsZone() {
            return false;
        }
    }
}
