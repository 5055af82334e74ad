package io.github.camelcallrail.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.camelcallrail.failure.CallRailFailure;
import io.github.camelcallrail.failure.FailureKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is taken for a key, and what is said of anything else. */
class ApiKeyTest {

    private static final String SECRET = "f00dfeedf00dfeed";

    private static String refusal(String key) {
        CallRailFailure failure = catchThrowableOfType(CallRailFailure.class, () -> new ApiKey(key));
        assertThat(failure).as(key).isNotNull();
        assertThat(failure.kind()).isEqualTo(FailureKind.CONFIGURATION);
        assertThat(failure).hasMessageStartingWith("Option 'apiKey' ").hasMessageEndingWith(".");
        return failure.getMessage();
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s\n", "%s\r\n", "\n%s", " %s ", "\t%s\t\n\n", "\uFEFF%s\n", "%s\u2003", "%s"})
    void whatSecretFilesPutAroundAKeyIsTakenOff(String written) {
        assertThat(new ApiKey(written.formatted(SECRET)).text()).isEqualTo(SECRET);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0123456789abcdef0123456789abcdef",
                "sandbox-key",
                "a+b/c=",
                "k",
                "x1",
                "Tokens",
                "my_key_1",
                "rawhide"
            })
    void whatMayBeAKeyIsOne(String key) {
        assertThat(new ApiKey(key).text()).isEqualTo(key);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '#', textBlock = """
            ${CALLRAIL_API_KEY}              , is a placeholder that nothing has replaced
            ${CALLRAIL_API_KEY               , is a placeholder that nothing has replaced
            ${env:KEY:-SECRET}               , is a placeholder that nothing has replaced
            #{SECRET}#                       , is a placeholder that nothing has replaced
            $CALLRAIL_API_KEY                , is a placeholder that nothing has replaced
            %CALLRAIL_API_KEY%               , is a placeholder that nothing has replaced
            {{callrail.key}}                 , is a placeholder that nothing has replaced
            {{?callrail.key}}                , is a placeholder that nothing has replaced
            {{callrail.key                   , is a placeholder that nothing has replaced
            x{{callrail.key:SECRET}}         , is a placeholder that nothing has replaced
            RAW(SECRET)                      , is wrapped in RAW()
            RAW{SECRET}                      , is wrapped in RAW()
            raw(SECRET)                      , is wrapped in RAW()
            ENC(SECRET)                      , is an encrypted property
            Token token="SECRET"             , is a whole Authorization header
            Token token=SECRET               , is a whole Authorization header
            token=SECRET                     , is a whole Authorization header
            token="SECRET"                   , is a whole Authorization header
            Token SECRET                     , is a whole Authorization header
            Bearer SECRET                    , is a whole Authorization header
            Basic SECRET                     , is a whole Authorization header
            Authorization: Token token=SECRET, is a whole Authorization header
            "SECRET"                         , stands in quotes
            'SECRET'                         , stands in quotes
            SECRET"                          , stands in quotes
            “SECRET”                         , stands in quotes
            `SECRET`                         , stands in quotes
            <SECRET>                         , is the placeholder of an example
            your-api-key                     , is the placeholder of an example
            YOUR_CALLRAIL_API_KEY            , is the placeholder of an example
            apiKey=SECRET                    , has the name of a setting in front
            CALLRAIL_API_KEY=SECRET          , has the name of a setting in front
            camel.component.callrail.api-key: SECRET, has the name of a setting in front
            xxxxxx                           , is no key but what stands in place of one
            ********                         , is no key but what stands in place of one
            null                             , is no key but what stands in place of one
            https://SECRET/                  , is a URL
            """)
    void aMistakeIsNamedAndNotShown(String key, String mistake) {
        String message = refusal(key.replace("SECRET", SECRET));

        assertThat(message).startsWith("Option 'apiKey' " + mistake).doesNotContain(SECRET, "callrail.key");
        assertThat(message.replaceAll("application\\.properties|\\.\\.\\.|\\.$", ""))
                .as("one sentence")
                .doesNotContain(". ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "f00d feed",
                "f00d\nfeed",
                "f00d\r\nX: feed",
                "f00d\tfeed",
                "f00d\"feed",
                "f00d\\feed",
                "f00dfeed\u00e9",
                "f00d\u200bfeed",
                "f00d\u0000feed",
                "f00d\u007ffeed"
            })
    void whatCannotBeSentIsRefused(String key) {
        assertThat(refusal(key))
                .startsWith("Option 'apiKey' holds a character that no key has")
                .doesNotContain("f00d", "feed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n", "\uFEFF"})
    void nothingIsNoKey(String key) {
        assertThat(refusal(key)).startsWith("Option 'apiKey' is empty");
    }

    @Test
    void itIsNotShown() {
        assertThat(new ApiKey(SECRET)).hasToString("xxxxxx");
    }
}
