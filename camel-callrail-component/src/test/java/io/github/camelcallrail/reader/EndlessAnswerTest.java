package io.github.camelcallrail.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.camelcallrail.failure.CallRailFailure;
import io.github.camelcallrail.failure.FailureKind;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** An answer without an end, such as a small one that unzips to no end, is read up to a limit and given up. */
@Timeout(60)
class EndlessAnswerTest {

    /** What is read ahead into buffers. */
    private static final int BUFFERS = 2 * 64 * 1024;

    private static final String TEXT = "a text or number in it is longer than 16,777,216 characters";

    static Stream<Arguments> bodies() {
        return Stream.of(
                Arguments.of("", " ", "it is longer than 134,217,728 bytes", 128 << 20),
                Arguments.of("{\"users\":[]}", "\n", "it is longer than 134,217,728 bytes", 128 << 20),
                Arguments.of("{\"other\":\"", "x", "it is longer than 134,217,728 bytes", 128 << 20),
                Arguments.of("{\"users\":[{\"id\":1,\"a\":\"", "x", TEXT, 17 << 20),
                Arguments.of("{\"users\":[{\"id\":1,\"a\":", "1", TEXT, 17 << 20),
                Arguments.of("{\"users\":[{\"id\":1,\"a\":1e", "1", TEXT, 17 << 20),
                Arguments.of("{\"", "n", "a name in it is longer than 1,000 characters", 10_000),
                Arguments.of("{\"other\":", "[", "it is nested more than 100 levels deep", 1_000),
                Arguments.of("", "{\"a\":", "it is nested more than 100 levels deep", 1_000),
                Arguments.of(
                        "{\"users\":[{\"id\":1,\"a\":[",
                        "{},",
                        "it holds more than 3,000,000 names and values",
                        8 << 20),
                Arguments.of("{\"other\":[", "1,", "it holds more than 3,000,000 names and values", 8 << 20),
                Arguments.of("{", "\"a\":1,", "it holds more than 3,000,000 names and values", 16 << 20),
                Arguments.of("{\"users\":[", "{\"id\":1},", "its list 'users' has more than 10,000 records", 100_000));
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void isGivenUp(String begin, String again, String how, int bytes) {
        Endless body = new Endless(begin, again);

        CallRailFailure failure =
                catchThrowableOfType(CallRailFailure.class, () -> Answered.page(Answered.query("users"), 200, body));

        assertThat(failure).hasMessageEndingWith(" is not what CallRail promises: " + how + ".");
        assertThat(failure.kind()).isEqualTo(FailureKind.MALFORMED);
        assertThat(body.given()).isLessThan(bytes + BUFFERS);
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void isNotReadWhereItIsARefusal(String begin, String again) {
        Endless body = new Endless(begin, again);

        CallRailFailure failure =
                catchThrowableOfType(CallRailFailure.class, () -> Answered.page(Answered.query("users"), 503, body));

        assertThat(failure.kind()).isEqualTo(FailureKind.UNAVAILABLE);
        assertThat(failure.errorText()).isEmpty();
        assertThat(body.given()).isLessThan(BUFFERS);
    }
}
