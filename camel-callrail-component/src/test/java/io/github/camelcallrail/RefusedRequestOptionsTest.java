package io.github.camelcallrail;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelcallrail.failure.FailureKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers and spans with which CallRail could not be asked, or would be asked without end. */
class RefusedRequestOptionsTest extends SandboxTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            requestsPerHour=0       | Option 'requestsPerHour' cannot be '0'. It takes a whole number from 1 to 1000000.
            requestsPerHour=all     | Option 'requestsPerHour' cannot be 'all'. It takes a whole number from 1 to 1000000.
            requestsPerDay=-1       | Option 'requestsPerDay' cannot be '-1'. It takes a whole number from 1 to 1000000.
            requestsPerDay=99999999999 | Option 'requestsPerDay' cannot be '99999999999'. It takes a whole number from 1 to 1000000.
            maxRetries=101          | Option 'maxRetries' cannot be '101'. It takes a whole number from 0 to 100.
            maxRetries=             | Option 'maxRetries' cannot be ''. It takes a whole number from 0 to 100.
            readAhead=11            | Option 'readAhead' cannot be '11'. It takes a whole number from 0 to 10.
            parallelRequests=0      | Option 'parallelRequests' cannot be '0'. It takes a whole number from 1 to 10.
            retryDelay=-5           | Option 'retryDelay' cannot be -5 ms. It must be from 0 ms to 3600000 ms.
            retryTimeout=2h         | Option 'retryTimeout' cannot be 7200000 ms. It must be from 0 ms to 3600000 ms.
            budgetWait=2d           | Option 'budgetWait' cannot be 172800000 ms. It must be from 0 ms to 86400000 ms.
            """)
    void areRefusedWhenTheEndpointIsMade(String option, String message) {
        CallRailException failure = failure(uri("calls", option));

        assertThat(failure).hasMessage(message);
        assertThat(failure.getKind()).isEqualTo(FailureKind.CONFIGURATION);
        assertThat(requests()).isEmpty();
    }
}
