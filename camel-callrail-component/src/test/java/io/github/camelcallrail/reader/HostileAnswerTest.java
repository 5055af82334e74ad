package io.github.camelcallrail.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.camelcallrail.client.JsonLimits;
import io.github.camelcallrail.failure.CallRailFailure;
import io.github.camelcallrail.failure.FailureKind;
import io.github.camelcallrail.paging.Page;
import io.github.camelcallrail.query.ReportQuery;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that are not what CallRail promises are an error that says why, or come out right; never a shorter page. */
class HostileAnswerTest {

    private static final ReportQuery USERS = Answered.query("users");
    private static final String RECORD = "{\"id\":\"USR1\"}";

    static Stream<Arguments> malformed() {
        String beyond = "9".repeat(JsonLimits.LONGEST_NUMBER + 1);
        return Stream.of(
                Arguments.of("{\"users\":[],\"users\":[" + RECORD + "]}", "it has 'users' twice"),
                Arguments.of("{\"users\":null,\"users\":[]}", "it has 'users' twice"),
                Arguments.of(list("total_records", "1,\"total_records\":2"), "it has 'total_records' twice"),
                Arguments.of(list("total_pages", "1,\"total_pages\":1"), "it has 'total_pages' twice"),
                Arguments.of(list("x", "1") + list("x", "1"), "there is text after its end"),
                Arguments.of(list("x", "1") + "]", "it is not JSON"),
                Arguments.of(list("x", "1") + "\0", "it is not JSON"),
                Arguments.of("{\"users\":{\"id\":\"USR1\"}}", "its 'users' is not a list"),
                Arguments.of("{\"users\":\"none\"}", "its 'users' is not a list"),
                Arguments.of("{\"users\":null}", "its list 'users' is missing"),
                Arguments.of(list("total_records", "\"one\""), count("total_records", "1000000000000")),
                Arguments.of(list("total_records", "\"\""), count("total_records", "1000000000000")),
                Arguments.of(list("total_records", "\"-1\""), count("total_records", "1000000000000")),
                Arguments.of(list("total_records", "\"1.0\""), count("total_records", "1000000000000")),
                Arguments.of(list("total_records", "\" 1\""), count("total_records", "1000000000000")),
                Arguments.of(list("total_records", "\"1000000000001\""), count("total_records", "1000000000000")),
                Arguments.of(
                        list("total_records", "\"" + "9".repeat(30) + "\""), count("total_records", "1000000000000")),
                Arguments.of(list("total_records", "1.0"), count("total_records", "1000000000000")),
                Arguments.of(list("total_records", "-1"), count("total_records", "1000000000000")),
                Arguments.of(list("total_records", "1000000000001"), count("total_records", "1000000000000")),
                Arguments.of(list("total_records", "9".repeat(30)), count("total_records", "1000000000000")),
                Arguments.of(list("total_records", "[1]"), count("total_records", "1000000000000")),
                Arguments.of(list("total_records", "false"), count("total_records", "1000000000000")),
                Arguments.of(list("total_pages", "2147483648"), count("total_pages", "2147483647")),
                Arguments.of(list("total_pages", "1e3"), count("total_pages", "2147483647")),
                Arguments.of(list("total_results", "[]"), "its 'total_results' is not an object"),
                Arguments.of(record("1e400"), "a number in it has more than 400 digits"),
                Arguments.of(record("1e-400"), "a number in it has more than 400 digits"),
                Arguments.of(record("0e-1000000000"), "a number in it has more than 400 digits"),
                Arguments.of(record("-1e1000000000"), "a number in it has more than 400 digits"),
                Arguments.of(record("1e99999999999999999999"), "a number in it has more than 400 digits"),
                Arguments.of(record(beyond), "a number in it has more than 400 digits"),
                Arguments.of(record("0." + beyond), "a number in it has more than 400 digits"),
                Arguments.of(record("[".repeat(98) + "]".repeat(98)), "it is nested more than 100 levels deep"),
                Arguments.of(
                        record("{\"a\":".repeat(98) + "1" + "}".repeat(98)), "it is nested more than 100 levels deep"),
                Arguments.of(list("other", "[".repeat(1_000_000)), "it is nested more than 100 levels deep"),
                Arguments.of(
                        record("1,\"" + "n".repeat(1_001) + "\":1"), "a name in it is longer than 1,000 characters"),
                Arguments.of(
                        "{\"users\":[" + "{\"id\":1},".repeat(10_000) + RECORD + "]}",
                        "its list 'users' has more than 10,000 records"),
                Arguments.of("{\"users\":[{\"id\":\"\"}]}", NO_ID),
                Arguments.of("{\"users\":[{\"id\":\"USR 1\"}]}", NO_ID),
                Arguments.of("{\"users\":[{\"id\":\"USR\\n1\"}]}", NO_ID),
                Arguments.of("{\"users\":[{\"id\":\"USR\\u00e9\"}]}", NO_ID),
                Arguments.of("{\"users\":[{\"id\":\"" + "1".repeat(201) + "\"}]}", NO_ID),
                Arguments.of("{\"users\":[{\"id\":1.5}]}", NO_ID),
                Arguments.of("{\"users\":[{\"id\":" + "1".repeat(30) + "}]}", NO_ID),
                Arguments.of("{\"users\":[{\"id\":{\"a\":1}}]}", NO_ID),
                Arguments.of("{\"users\":[{\"id\":[]}]}", NO_ID),
                Arguments.of("{\"users\":[{\"id\":true}]}", NO_ID));
    }

    private static final String NO_ID = "a record has an invalid id: letters and digits are expected, at most 200";

    @ParameterizedTest
    @MethodSource("malformed")
    void saysWhatIsWrong(String body, String how) {
        assertThat(failure(USERS, body.getBytes(StandardCharsets.UTF_8)))
                .hasMessage("The response for report 'users' (GET /v3/a/ACC1/calls.json, HTTP 200) is not what CallRail"
                        + " promises: "
                        + how + ".");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lone continuation \\x80",
                "overlong NUL \\xC0\\x80",
                "overlong slash \\xE0\\x80\\xAF",
                "surrogate \\xED\\xA0\\x80",
                "beyond Unicode \\xF4\\x90\\x80\\x80",
                "five bytes \\xF8\\x88\\x80\\x80\\x80",
                "never a byte of UTF-8 \\xFF",
                "one that lacks its end \\xE2\\x82"
            })
    void bytesThatAreNoUtf8AreRefused(String text) {
        byte[] bytes = bytes("{\"users\":[{\"id\":\"USR1\",\"name\":\"" + text + "\"}]}");

        assertThat(failure(USERS, bytes)).hasMessageEndingWith(": it is not UTF-8.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32", "UTF-32LE", "UTF-32BE"})
    void otherEncodingsAreRefused(String charset) {
        failure(USERS, list("x", "1").getBytes(Charset.forName(charset)));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void whatIsShorterThanAByteOrderMarkIsNoAnswer(int length) {
        failure(USERS, new byte[] {(byte) 0xEF, (byte) 0xBB}, length);
    }

    @Test
    void aByteOrderMarkIsSkipped() {
        assertThat(Answered.page(USERS, "\uFEFF" + list("x", "1")).records()).hasSize(1);
    }

    @Test
    void halfACharacterIsReplaced() {
        Page page = Answered.page(USERS, record("[\"\\ud83d \\ude00\\ud83d \\ud83d\\ude00 \\u0001 é\"]"));

        assertThat(page.records().get(0).get("note")).isEqualTo(List.of("\uFFFD \uFFFD\uFFFD \uD83D\uDE00 \1 é"));
    }

    @Test
    void nulIsReplacedInValuesAndNames() {
        Page page = Answered.page(
                USERS,
                record("{\"\\u0000\":\"\\u0000\",\"a\\u0000b\":[\"\\u0000x\\u0000\\u0000\",{\"c\":\"y\\u0000\"}]}"));

        assertThat(page.records().get(0).get("note"))
                .isEqualTo(
                        Map.of("\uFFFD", "\uFFFD", "a\uFFFDb", List.of("\uFFFDx\uFFFD\uFFFD", Map.of("c", "y\uFFFD"))));
    }

    /** The names of the second record are compared with those of the first, not read. */
    @Test
    void nulIsReplacedInEachOfSeveralAlikeRecords() {
        String one = "{\"id\":\"USR1\",\"no\\u0000te\":\"\\u0000\"}";
        Page page = Answered.page(USERS, "{\"users\":[" + one + "," + one.replace("USR1", "USR2") + "]}");

        assertThat(page.records()).hasSize(2).allSatisfy(record -> assertThat(record)
                .containsEntry("no\uFFFDte", "\uFFFD"));
    }

    /** Which of both depends on the version of Jackson. */
    @ParameterizedTest
    @ValueSource(strings = {"\\ud83d", "\\ude00", "a \\ud83d in it", "\\ud83d\\ud83d\\ude00"})
    void halfACharacterInANameIsReplacedOrRefused(String name) {
        byte[] body = record("{\"" + name + "\":1}").getBytes(StandardCharsets.UTF_8);
        try {
            Page page = Answered.page(USERS, body);
            assertThat(page.records().get(0).get("note").toString())
                    .contains("\uFFFD")
                    .doesNotContain("\uD83D\uD83D");
        } catch (CallRailFailure failure) {
            assertThat(failure.kind()).isEqualTo(FailureKind.MALFORMED);
        }
    }

    @Test
    void aWholeCharacterInANameStays() {
        Page page = Answered.page(USERS, record("{\"\\ud83d\\ude00 \\u0001 é\":1}"));

        assertThat(page.records().get(0).get("note")).isEqualTo(Map.of("\uD83D\uDE00 \1 é", 1));
    }

    @Test
    void whatRepeatsInARecordOrIsNotOursIsNoMatter() {
        Page page = Answered.page(
                USERS,
                "{\"x\":1,\"x\":{\"users\":[]},\"users\":[{\"id\":\"USR1\",\"note\":1,\"note\":2}],\"page\":\"?\"}");

        assertThat(page.records()).hasSize(1);
        assertThat(page.records().get(0)).containsEntry("note", 2);
    }

    @Test
    void countsMayBeText() {
        Page page = Answered.page(USERS, "{\"users\":[],\"total_records\":\"12\",\"total_pages\":\"2\"}");

        assertThat(page.totalRecords()).hasValue(12);
        assertThat(page.totalPages()).hasValue(2);
    }

    @Test
    void countsThatAreNullAreAbsent() {
        Page page = Answered.page(USERS, "{\"users\":[],\"total_records\":null,\"total_pages\":null}");

        assertThat(page.totalRecords()).isEmpty();
        assertThat(page.totalPages()).isEmpty();
    }

    @Test
    void moreRecordsThanWereAskedForAreRecords() {
        ReportQuery five = Answered.query("users", "pageSize=5");

        Page page = Answered.page(five, "{\"users\":[" + "{\"id\":1},".repeat(9_999) + RECORD + "]}");

        assertThat(page.records()).hasSize(10_000);
        assertThat(page.records().get(9_999).id()).isEqualTo("USR1");
    }

    @Test
    void whatIsJustWithinTheLimitsIsRead() {
        String number = "9".repeat(JsonLimits.LONGEST_NUMBER);
        String text = "é".repeat(1_000_000);

        Page page = Answered.page(
                USERS,
                "{\"users\":[{\"id\":\"" + "1".repeat(200) + "\",\"number\":" + number
                        + ",\"large\":1e399,\"small\":1e-399,"
                        + "\"deep\":" + "[".repeat(97) + "]".repeat(97) + ",\"" + "n".repeat(1_000) + "\":\"" + text
                        + "\"}],\"total_records\":1000000000000,\"total_pages\":2147483647}");

        assertThat(page.records().get(0))
                .containsEntry("number", new java.math.BigInteger(number))
                .containsEntry("n".repeat(1_000), text);
        assertThat(page.totalRecords()).hasValue(1_000_000_000_000L);
        assertThat(page.totalPages()).hasValue(Integer.MAX_VALUE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\"has_next_page\":\"false\"", "\"has_next_page\":null", "\"has_next_page\":true", "\"x\":1"})
    void onlyAClearNoEndsAWalkAlongLinks(String member) {
        ReportQuery linked = Answered.query("calls", "pagination=relative");

        failure(linked, ("{\"calls\":[]," + member + "}").getBytes(StandardCharsets.UTF_8));
        failure(linked, ("{\"calls\":[]," + member + ",\"next_page\":17}").getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aLinkWithoutEndIsRefused() {
        String link = "https://api.callrail.com/v3/a/ACC1/calls.json?offset=" + "%41".repeat(3_000);

        assertThat(failure(
                        Answered.query("calls", "pagination=relative"),
                        ("{\"calls\":[],\"has_next_page\":true,\"next_page\":\"" + link + "\"}")
                                .getBytes(StandardCharsets.UTF_8)))
                .hasMessageContaining("longer than 8000 characters");
    }

    private static CallRailFailure failure(ReportQuery query, byte[] body, int length) {
        return failure(query, java.util.Arrays.copyOf(body, length));
    }

    private static CallRailFailure failure(ReportQuery query, byte[] body) {
        CallRailFailure failure = catchThrowableOfType(CallRailFailure.class, () -> Answered.page(query, body));
        assertThat(failure.kind()).isEqualTo(FailureKind.MALFORMED);
        return failure;
    }

    private static String list(String name, String value) {
        return "{\"" + name + "\":" + value + ",\"users\":[" + RECORD + "]}";
    }

    private static String record(String value) {
        return "{\"users\":[{\"id\":\"USR1\",\"note\":" + value + "}]}";
    }

    private static String count(String name, String most) {
        return "its '" + name + "' is not a whole number from 0 to " + most;
    }

    /** Turns \xHH into that byte. */
    private static byte[] bytes(String text) {
        java.util.regex.Matcher escape =
                java.util.regex.Pattern.compile("\\\\x(..)").matcher(text);
        return escape.replaceAll(found -> java.util.regex.Matcher.quoteReplacement(
                        String.valueOf((char) Integer.parseInt(found.group(1), 16))))
                .getBytes(StandardCharsets.ISO_8859_1);
    }
}
