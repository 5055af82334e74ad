package io.github.camelcallrail.window;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.util.Optional;

/** What clocks on the wall show in a zone, including the times they skip (a gap) or show twice (an overlap). */
record WallClock(ZoneId zone) {

    WallClock {
        requireNonNull(zone, "zone is null");
    }

    LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, zone);
    }

    /** The first instant of a day, or the first time that clocks show that minute. */
    Instant first(WindowBound edge) {
        return edge.time().map(time -> first(edge.day().atTime(time))).orElseGet(() -> first(edge.day()));
    }

    /** The last instant of a day, or the first instant of the minute the last time that clocks show it. */
    Instant last(WindowBound edge) {
        return edge.time()
                .map(time -> edge.day()
                        .atTime(time)
                        .atZone(zone)
                        .withLaterOffsetAtOverlap()
                        .toInstant())
                .orElseGet(() -> first(edge.day().plusDays(1)).minusNanos(1));
    }

    /** The first instant that clocks show this time or, when they skip it, the one at which they skip it. */
    Instant first(LocalDateTime time) {
        return time.atZone(zone).withEarlierOffsetAtOverlap().toInstant();
    }

    /** Whether clocks never show this time, because they are set forward past it. */
    boolean skips(LocalDateTime time) {
        return gap(time).isPresent();
    }

    /** The time itself or, when skipped, the first one shown after it. */
    LocalDateTime atOrAfter(LocalDateTime time) {
        return gap(time).map(ZoneOffsetTransition::getDateTimeAfter).orElse(time);
    }

    /** The time itself or, when skipped, the last minute shown before it. */
    LocalDateTime atOrBefore(LocalDateTime time) {
        return gap(time).map(gap -> gap.getDateTimeBefore().minusMinutes(1)).orElse(time);
    }

    /**
     * The minute that clocks show now. While they show times for the first of two times, the last minute before those:
     * the second showing is still to come, and nobody who is sent such a time can know that the first is meant.
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
     * The minute that clocks show then or, where they show it twice, the last minute before all that is shown twice. It is
     * never later than the instant, and can be read in one way only.
     */
    LocalDateTime unmistakable(Instant instant) {
        LocalDateTime minute = LocalDateTime.ofInstant(instant, zone).truncatedTo(ChronoUnit.MINUTES);
        return transition(minute)
                .filter(ZoneOffsetTransition::isOverlap)
                .map(overlap -> overlap.getDateTimeAfter().minusMinutes(1))
                .orElse(minute);
    }

    /** The minute that clocks show then or, where they show it twice, the first after all that is shown twice. */
    LocalDateTime unmistakableAfter(Instant instant) {
        LocalDateTime minute = LocalDateTime.ofInstant(instant, zone).truncatedTo(ChronoUnit.MINUTES);
        return transition(minute)
                .filter(ZoneOffsetTransition::isOverlap)
                .map(ZoneOffsetTransition::getDateTimeBefore)
                .orElse(minute);
    }

    private Instant first(LocalDate day) {
        // Not midnight everywhere: in some zones clocks are set forward at midnight.
        return day.atStartOfDay(zone).toInstant();
    }

    private Optional<ZoneOffsetTransition> gap(LocalDateTime time) {
        return transition(time).filter(ZoneOffsetTransition::isGap);
    }

    private Optional<ZoneOffsetTransition> transition(LocalDateTime time) {
        return Optional.ofNullable(zone.getRules().getTransition(time));
    }
}
