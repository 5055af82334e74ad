package io.github.camelcallrail.options;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelcallrail.JvmDefaults;
import java.sql.Date;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.GregorianCalendar;
import java.util.Locale;
import java.util.TimeZone;
import microsoft.sql.DateTimeOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What each type of date and time means as a date option, whatever zone this JVM runs in. */
class DateValuesTest {

    private JvmDefaults changed;

    @AfterEach
    void restore() {
        changed.close();
    }

    private static final Instant INSTANT = Instant.parse("2026-03-31T18:00:30Z");

    @ParameterizedTest
    @ValueSource(strings = {"America/New_York", "Asia/Tokyo", "UTC"})
    void aDayStaysThatDay(String zone) {
        changed = JvmDefaults.zone(zone);
        assertThat(start(Date.valueOf("2026-03-31"))).isEqualTo("2026-03-31");
        assertThat(end(Date.valueOf("2026-03-31"))).isEqualTo("2026-03-31");
        assertThat(end(LocalDate.of(2026, 3, 31))).isEqualTo("2026-03-31");
        // A DATE of Oracle.
        assertThat(start(Timestamp.valueOf("2026-03-31 00:00:00"))).isEqualTo("2026-03-31");
        assertThat(end(Timestamp.valueOf("2026-03-31 00:00:00"))).isEqualTo("2026-03-31");
    }

    @ParameterizedTest
    @ValueSource(strings = {"America/New_York", "Asia/Tokyo", "UTC"})
    void anInstantStaysThatInstant(String zone) {
        changed = JvmDefaults.zone(zone);
        assertThat(start(Timestamp.from(INSTANT))).isEqualTo("2026-03-31T18:00Z");
        assertThat(end(Timestamp.from(INSTANT))).isEqualTo("2026-03-31T18:01Z");
        assertThat(start(java.util.Date.from(INSTANT))).isEqualTo("2026-03-31T18:00Z");
        assertThat(start(INSTANT)).isEqualTo("2026-03-31T18:00Z");
        assertThat(start(calendar("Asia/Kolkata"))).isEqualTo("2026-03-31T18:00Z");
        assertThat(start(INSTANT.atZone(ZoneId.of("Asia/Kolkata")))).isEqualTo("2026-03-31T23:30+05:30");
        assertThat(end(OffsetDateTime.parse("2026-03-31T14:00:00.000000001-04:00")))
                .isEqualTo("2026-03-31T14:01-04:00");
        assertThat(start(DateTimeOffset.valueOf(OffsetDateTime.parse("2026-03-31T14:00:30.5-04:00"))))
                .isEqualTo("2026-03-31T14:00-04:00");
        assertThat(end(DateTimeOffset.valueOf(OffsetDateTime.parse("2026-03-31T00:00:00+05:30"))))
                .isEqualTo("2026-03-31T00:00+05:30");
    }

    /** It may be midnight in this JVM's zone: only a timestamp of SQL is a day then. */
    @ParameterizedTest
    @ValueSource(strings = {"America/New_York", "Asia/Tokyo", "UTC"})
    void midnightOfAnyOtherTypeStaysAnInstant(String zone) {
        changed = JvmDefaults.zone(zone);
        Instant midnight =
                LocalDate.of(2026, 3, 31).atStartOfDay(ZoneId.of(zone)).toInstant();
        String text = midnight.toString().replace(":00Z", "Z");

        assertThat(end(java.util.Date.from(midnight))).isEqualTo(text);
        assertThat(end(midnight)).isEqualTo(text);
    }

    /** A column of MySQL's type DATETIME, for example: days and times are then those of the report. */
    @ParameterizedTest
    @ValueSource(strings = {"America/New_York", "Asia/Tokyo", "UTC"})
    void aTimeWithoutAZoneGetsNone(String zone) {
        changed = JvmDefaults.zone(zone);
        assertThat(end(LocalDateTime.parse("2026-03-31T14:00:30"))).isEqualTo("2026-03-31T14:01");
        assertThat(end(LocalDateTime.parse("2026-03-31T00:00"))).isEqualTo("2026-03-31T00:00");
        // No date: the option's message says so.
        assertThat(start(Time.valueOf("14:00:00"))).isEqualTo("14:00:00");
    }

    private static GregorianCalendar calendar(String zone) {
        GregorianCalendar calendar = new GregorianCalendar(TimeZone.getTimeZone(zone), Locale.ROOT);
        calendar.setTimeInMillis(INSTANT.toEpochMilli());
        return calendar;
    }

    private static String start(Object value) {
        return DateValues.text("startDate", value);
    }

    private static String end(Object value) {
        return DateValues.text("endDate", value);
    }
}
