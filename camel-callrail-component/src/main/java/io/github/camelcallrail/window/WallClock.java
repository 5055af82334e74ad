package io.github.camelcallrail.window;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.util.Optional;

/** Local time in a zone, including times that clocks skip (a gap) or show twice (an overlap). */
record WallClock(ZoneId zone) {

    WallClock {
        requireNonNull(zone, "zone is null");
    }

    LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, zone);
    }

    /** The first instant of a day, or the first time that clocks show a minute. */
    Instant first(WindowBound bound) {
        return bound.time().map(time -> first(bound.day().atTime(time))).orElseGet(() -> first(bound.day()));
    }

    /** The last instant of a day, or the start of a minute the last time that clocks show it. */
    Instant last(WindowBound bound) {
        return bound.time()
                .map(time -> bound.day()
                        .atTime(time)
                        .atZone(zone)
                        .withLaterOffsetAtOverlap()
                        .toInstant())
                .orElseGet(() -> first(bound.day().plusDays(1)).minusNanos(1));
    }

    /** The first instant at which clocks show this time or, if they skip it, the instant at which they skip it. */
    Instant first(LocalDateTime time) {
        return time.atZone(zone).withEarlierOffsetAtOverlap().toInstant();
    }

    /** Whether clocks never show this time, because they are set forward past it. */
    boolean skips(LocalDateTime time) {
        return gap(time).isPresent();
    }

    /** The time itself or, if it is skipped, the first time shown after it. */
    LocalDateTime atOrAfter(LocalDateTime time) {
        return gap(time).map(ZoneOffsetTransition::getDateTimeAfter).orElse(time);
    }

    /** The time itself or, if it is skipped, the last minute shown before it. */
    LocalDateTime atOrBefore(LocalDateTime time) {
        return gap(time).map(gap -> gap.getDateTimeBefore().minusMinutes(1)).orElse(time);
    }

    /**
     * The minute that clocks show now. While they show times for the first of two times, the last minute before the
     * repeated period: its second occurrence is still to come, and CallRail could not know that the first is meant.
     */
    LocalDateTime minutePassed(Instant now) {
        LocalDateTime minute = LocalDateTime.ofInstant(now, zone).truncatedTo(ChronoUnit.MINUTES);
        return transition(minute)
                .filter(ZoneOffsetTransition::isOverlap)
                .filter(overlap -> now.isBefore(overlap.getInstant()))
                .map(overlap -> overlap.getDateTimeAfter().minusMinutes(1))
                .orElse(minute);
    }

    /**
     * The minute that clocks show at an instant or, if they show it twice, the last minute before the repeated period.
     * It is unambiguous and never later than the instant.
     */
    LocalDateTime unambiguous(Instant instant) {
        LocalDateTime minute = LocalDateTime.ofInstant(instant, zone).truncatedTo(ChronoUnit.MINUTES);
        return transition(minute)
                .filter(ZoneOffsetTransition::isOverlap)
                .map(overlap -> overlap.getDateTimeAfter().minusMinutes(1))
                .orElse(minute);
    }

    /**
     * The minute that clocks show at an instant or, if they show it twice, the first minute after the repeated period.
     */
    LocalDateTime unambiguousAfter(Instant instant) {
        LocalDateTime minute = LocalDateTime.ofInstant(instant, zone).truncatedTo(ChronoUnit.MINUTES);
        return transition(minute)
                .filter(ZoneOffsetTransition::isOverlap)
                .map(ZoneOffsetTransition::getDateTimeBefore)
                .orElse(minute);
    }

    private Instant first(LocalDate day) {
        // This is not always midnight: in some zones clocks are set forward at midnight.
        return day.atStartOfDay(zone).toInstant();
    }

    private Optional<ZoneOffsetTransition> gap(LocalDateTime time) {
        return transition(time).filter(ZoneOffsetTransition::isGap);
    }

    private Optional<ZoneOffsetTransition> transition(LocalDateTime time) {
        return Optional.ofNullable(zone.getRules().getTransition(time));
    }
}
