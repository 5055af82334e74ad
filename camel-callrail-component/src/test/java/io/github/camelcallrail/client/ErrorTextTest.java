package io.github.camelcallrail.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Words of a refusal end up in logs, whoever wrote them. */
class ErrorTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'error':'no'}|no",
                "{'message':'no','error':'never'}|never; no",
                "{'errors':[{'field':'x','message':['no']},'never']}|x; no; never",
                "{'error':'a\\r\\nb\\u0000c\\u001b[31md'}|a b c [31md",
                "{'error':'a\\u2028b\\u2029c\\u0085d\\u202ee\\u200bf'}|a b c d e f",
                "{'error':'a\\ud83db\\ude00c'}|a\uFFFDb\uFFFDc"
            })
    void areTheWordsOnOneLine(String body, String words) {
        assertThat(read(body.replace('\'', '"'))).contains(words);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "<html>",
                "[]",
                "null",
                "\"error\"",
                "{\"error\":\"no",
                "{\"error\":1e99999999999}",
                "{\"error\":\"\\u0000\\u2028\"}",
                "{\"error\":null,\"message\":1,\"errors\":{}}"
            })
    void areMissing(String body) {
        assertThat(read(body)).isEmpty();
    }

    @Test
    void areNotLookedForInTheDepths() {
        String deep = "[".repeat(8_000);

        assertThat(read("{\"errors\":" + deep + "\"no\"" + "]".repeat(8_000) + "}"))
                .isEmpty();
    }

    @Test
    void areCutBetweenCharacters() {
        String words = read("{\"error\":\"" + "x" + "😀".repeat(1_000) + "\"}").orElseThrow();

        assertThat(words).hasSizeBetween(299, 302).endsWith("😀…");
    }

    @Test
    void bytesThatAreNoTextAreReplaced() {
        byte[] body = "{\"error\":\"no \u00FF\u00C0\u0080\"}".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(ErrorText.read(new ByteArrayInputStream(body))).contains("no \uFFFD\uFFFD\uFFFD");
    }

    @Test
    void aBodyThatBreaksOffHasNone() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("reset");
            }
        };

        assertThat(ErrorText.read(broken)).isEmpty();
    }

    private static Optional<String> read(String body) {
        return ErrorText.read(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
    }
}
