package io.github.camelcallrail.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelcallrail.failure.CallRailFailure;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeZonesTest {

    @ParameterizedTest
    @ValueSource(strings = {"America/New_York", "Australia/Lord_Howe", "UTC", "Etc/GMT+5", "US/Eastern"})
    void takesNamesOfTheDatabase(String name) {
        assertThat(TimeZones.of(name).getId()).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            america/new_york  | timeZone=america/new_york is not a time zone: write an IANA name such as America/New_York; did you mean 'America/New_York'?
            Europe/Berlinn    | timeZone=Europe/Berlinn is not a time zone: write an IANA name such as America/New_York; did you mean 'Europe/Berlin'?
            Somewhere         | timeZone=Somewhere is not a time zone: write an IANA name such as America/New_York.
            SystemV/EST5      | timeZone=SystemV/EST5 is not a time zone: write an IANA name such as America/New_York.
            EST               | timeZone=EST is not the name of a place: write timeZone=America/New_York.
            PDT               | timeZone=PDT is not the name of a place: write timeZone=America/Los_Angeles.
            Mountain Time (US & Canada) | timeZone=Mountain Time (US & Canada) is not the name of a place: write timeZone=America/Denver.
            +05:00            | timeZone=+05:00 is an offset, which has no daylight saving time: name a place, such as timeZone=America/New_York, or write timeZone=UTC.
            UTC-5             | timeZone=UTC-5 is an offset, which has no daylight saving time: name a place, such as timeZone=America/New_York, or write timeZone=UTC.
            Z                 | timeZone=Z is an offset, which has no daylight saving time: name a place, such as timeZone=America/New_York, or write timeZone=UTC.
            ''                | timeZone is empty: leave it out, or name a place, such as timeZone=America/New_York.
            XY                | timeZone=XY is not a time zone: write an IANA name such as America/New_York.
            utc               | timeZone=utc is not a time zone: write an IANA name such as America/New_York; did you mean 'UTC'?
            """)
    void saysWhatToWriteInstead(String text, String message) {
        assertThatThrownBy(() -> TimeZones.of(text))
                .isInstanceOf(CallRailFailure.class)
                .hasMessage(message);
    }
}
