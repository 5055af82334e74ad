package io.github.camelcallrail.webhook;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.camelcallrail.failure.CallRailFailure;
import io.github.camelcallrail.failure.FailureKind;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class UnreadableBodyTest {

    private static final String JSON = "application/json";
    private static final String FORM = "application/x-www-form-urlencoded";

    static Stream<Arguments> bodies() {
        return Stream.of(
                arguments(JSON, "", "it is empty"),
                arguments(JSON, " \n", "it is empty"),
                arguments(JSON, "[{\"note\":\"secret\"}]", "it is not a JSON object"),
                arguments(JSON, "\"secret\"", "it is not a JSON object"),
                arguments(JSON, "null", "it is not a JSON object"),
                arguments(JSON, "{\"note\":\"secret\"", "it is incomplete"),
                arguments(JSON, "{\"note\":\"secr", "it is incomplete"),
                arguments(JSON, "{\"note\":secret}", "it is not JSON"),
                arguments(JSON, "{'note':'secret'}", "it is not JSON"),
                arguments(JSON, "note=secret", "it is not JSON"),
                arguments(JSON, "<secret>", "it is not JSON"),
                arguments(JSON, "{\"note\":NaN}", "it is not JSON"),
                arguments(JSON, "{\"note\":\"secret\"}{}", "there is text after its end"),
                arguments(JSON, "{\"note\":\"secret\"} secret", "it is not JSON"),
                arguments(JSON, "{\"note\":" + "[".repeat(101) + "]".repeat(101) + "}", "more than 100 levels deep"),
                arguments(JSON, "{\"note\":" + "1".repeat(401) + "}", "more than 400 digits"),
                arguments(JSON, "{\"note\":1e999999}", "more than 400 digits"),
                arguments(JSON, "{\"" + "n".repeat(1_001) + "\":1}", "longer than 1,000 characters"),
                arguments(FORM, "", "it is empty"),
                arguments(FORM, "&&", "it is empty"),
                arguments(FORM, "note=100%", "not followed by two hexadecimal digits"),
                arguments(FORM, "note=secret%2", "not followed by two hexadecimal digits"),
                arguments(FORM, "note=%&x=25", "not followed by two hexadecimal digits"),
                arguments(FORM, "note=%zzsecret", "not followed by two hexadecimal digits"),
                arguments(FORM, "note=%-1", "not followed by two hexadecimal digits"),
                arguments(FORM, "no%te=secret", "not followed by two hexadecimal digits"),
                arguments(FORM, "note=%E9secret", "it is not UTF-8"),
                arguments(FORM, "note=%ED%A0%80", "it is not UTF-8"),
                arguments(FORM, "n".repeat(1_001) + "=1", "longer than 1,000 characters"),
                arguments(FORM, "note" + "[a]".repeat(101) + "=1", "more than 100 levels deep"));
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void theFailureSaysWhyAndQuotesNothing(String type, String body, String reason) {
        assertThat(failure(type, body.getBytes(UTF_8)))
                .hasMessageContaining(reason)
                .hasMessageNotContaining("secret")
                .hasNoCause();
    }

    @ParameterizedTest(name = "\"{0}\"")
    @CsvSource(nullValues = "none", delimiter = '|', textBlock = """
            none                                  | neither application/json nor application/x-www-form-urlencoded
            ''                                    | neither application/json nor
            ;                                     | neither application/json nor
            text/plain                            | neither application/json nor
            text/json                             | neither application/json nor
            multipart/form-data; boundary=x       | neither application/json nor
            application/jsonp                     | neither application/json nor
            application/json; charset=utf-16      | none of UTF-8, US-ASCII and ISO-8859-1
            application/json; charset=            | none of UTF-8, US-ASCII and ISO-8859-1
            application/json; charset=secret      | none of UTF-8, US-ASCII and ISO-8859-1
            application/json;charset=windows-1252 | none of UTF-8, US-ASCII and ISO-8859-1
            """)
    void thereAreTwoContentTypes(String type, String reason) {
        assertThat(failure(type, "{\"note\":\"a\"}".getBytes(UTF_8)))
                .hasMessageContaining(reason)
                .hasMessageNotContaining("secret");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            application/json                        | {"note":"a"}      | a
            Application/JSON                        | {"note":"a"}      | a
            application/json; charset=utf-8         | {"note":"\u00c3\u00a9"} | é
            application/json;charset="UTF-8"        | {"note":"\u00c3\u00a9"} | é
            application/json; charset=us-ascii      | {"note":"a"}      | a
            application/json ; x=y; charset=ISO-8859-1 | {"note":"é"}   | é
            application/x-www-form-urlencoded; charset=utf-8 | note=%C3%A9 | é
            application/x-www-form-urlencoded; charset=iso-8859-1 | note=%E9é | éé
            application/x-www-form-urlencoded       | note=\u00c3\u00a9 | é
            """)
    void parametersAndCharsetsAreRead(String type, String latin, String note) {
        assertThat(EventBody.read(latin.getBytes(ISO_8859_1), type, Optional.of(EventKind.POST_CALL))
                        .record())
                .containsEntry("note", note);
    }

    @ParameterizedTest
    @CsvSource({"0xC3", "0xFF", "0xC0"})
    void jsonIsUtf8(String octet) {
        byte[] body = "{\"note\":\"_\"}".getBytes(UTF_8);
        body[9] = Integer.decode(octet).byteValue();

        assertThat(failure(JSON, body)).hasMessageContaining("it is not UTF-8");
    }

    private static CallRailFailure failure(String type, byte[] body) {
        CallRailFailure failure =
                catchThrowableOfType(CallRailFailure.class, () -> EventBody.read(body, type, Optional.empty()));
        assertThat(failure).isNotNull();
        assertThat(failure.kind()).isEqualTo(FailureKind.MALFORMED);
        return failure;
    }
}
