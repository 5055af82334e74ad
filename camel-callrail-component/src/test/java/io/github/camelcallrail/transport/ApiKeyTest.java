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
            ${CALLRAIL_API_KEY}              , is an unresolved placeholder
            ${CALLRAIL_API_KEY               , is an unresolved placeholder
            ${env:KEY:-SECRET}               , is an unresolved placeholder
            #{SECRET}#                       , is an unresolved placeholder
            $CALLRAIL_API_KEY                , is an unresolved placeholder
            %CALLRAIL_API_KEY%               , is an unresolved placeholder
            {{callrail.key}}                 , is an unresolved placeholder
            {{?callrail.key}}                , is an unresolved placeholder
            {{callrail.key                   , is an unresolved placeholder
            x{{callrail.key:SECRET}}         , is an unresolved placeholder
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
            "SECRET"                         , is in quotes
            'SECRET'                         , is in quotes
            SECRET"                          , is in quotes
            “SECRET”                         , is in quotes
            `SECRET`                         , is in quotes
            <SECRET>                         , is an example's placeholder
            your-api-key                     , is an example's placeholder
            YOUR_CALLRAIL_API_KEY            , is an example's placeholder
            apiKey=SECRET                    , starts with the name of a setting
            CALLRAIL_API_KEY=SECRET          , starts with the name of a setting
            camel.component.callrail.api-key: SECRET, starts with the name of a setting
            xxxxxx                           , is not a key but a substitute for one
            ********                         , is not a key but a substitute for one
            null                             , is not a key but a substitute for one
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
                .startsWith("Option 'apiKey' contains a character that no key has")
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
