package io.github.camelcallrail.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelcallrail.checkpoint.Lookback;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestForecastTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            96  | 2h,2d@1h,7d@6h,35d@24h | 0     | 96
            96  | 2h,2d@1h,7d@6h,35d@24h | 3500  | 115
            96  | 2h,2d@1h,7d@6h,35d@24h | 17500 | 264
            96  | 35d                    | 17500 | 6720
            1   | 2h,2d@1h               | 250   | 1
            1   | 2h,2d@1h               | 500   | 2
            """)
    void countsTheRequestsOfADay(long polls, String lookback, long records, long requests) {
        assertThat(new RequestForecast(polls, 250).lookingBack(Lookback.of(lookback), records))
                .isEqualTo(requests);
    }

    @ParameterizedTest
    @CsvSource({"96,0,96", "96,250,96", "96,251,192"})
    void countsTheRequestsOfAWholeList(long polls, long records, long requests) {
        assertThat(new RequestForecast(polls, 250).wholeList(records)).isEqualTo(requests);
    }
}
