package io.github.camelcallrail.webhook;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.camelcallrail.failure.CallRailFailure;
import io.github.camelcallrail.failure.FailureKind;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class WebhookSignatureTest {

    private static final String KEY = "abcdef0123456789abcdef0123456789";
    private static final String TEXT = "{\"resource_id\":\"CAL00000000000000000000000000000001\",\"duration\":\"42\""
            + ",\"answered\":true,\"note\":\"Café \\u0026 cake\"}";
    private static final byte[] BODY = TEXT.getBytes(UTF_8);

    /** Computed by OpenSSL. */
    private static final String SIGNATURE = "Bz/B8+/5QNIYwJ9hlJwBpwL5cBU=";

    private static final WebhookSignature CHECK = WebhookSignature.of(KEY);

    /** The cases of RFC 2202 whose keys are text in UTF-8; the keys and results are hexadecimal there too. */
    @ParameterizedTest(name = "case {0} of RFC 2202")
    @CsvSource(delimiter = '|', textBlock = """
            1 | 0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b | 4869205468657265 \
            | b617318655057264e28bc0b6fb378c8ef146be00
            2 | 4a656665 | 7768617420646f2079612077616e7420666f72206e6f7468696e673f \
            | effcdf6ae5eb2fa2d27416d5f184df9c259a7c79
            4 | 0102030405060708090a0b0c0d0e0f10111213141516171819 | CD*50 \
            | 4c9007f4026250c6bc8414f9bf50c86c2d7235da
            5 | 0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c | 546573742057697468205472756e636174696f6e \
            | 4c1a03424b55e07fe7f27be1d58bb9324a9a5a04
            """)
    void isHmacSha1(int number, String key, String data, String digest) {
        String hex = data.equals("CD*50") ? "cd".repeat(50) : data;
        byte[] body = HexFormat.of().parseHex(hex);
        String header = Base64.getEncoder().encodeToString(HexFormat.of().parseHex(digest));

        assertThat(WebhookSignature.of(new String(HexFormat.of().parseHex(key), UTF_8))
                        .matches(body, header))
                .isTrue();
    }

    @Test
    void theSignatureOfABodyMatches() {
        assertThat(CHECK.matches(BODY, SIGNATURE)).isTrue();
        assertThat(SIGNATURE).contains("+", "/").endsWith("=");
        assertThat(CHECK.matches(BODY, SIGNATURE)).as("once more").isTrue();
    }

    /** A key longer than a block of SHA-1, and one that is not ASCII; computed by OpenSSL. */
    @Test
    void everyTextIsAKey() {
        assertThat(WebhookSignature.of("k".repeat(100)).matches(bytes("x"), "8PBu3EWgaXhVx2bdkaI19Emqo4Q="))
                .isTrue();
        assertThat(WebhookSignature.of("schlüssel").matches(bytes("x"), "jktV2Jik7m+mD6NsoSXFzcW4gvs="))
                .isTrue();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void anotherBodyDoesNotMatch(String what, byte[] body) {
        assertThat(body).isNotEqualTo(BODY);
        assertThat(CHECK.matches(body, SIGNATURE)).isFalse();
    }

    static Stream<Arguments> anotherBodyDoesNotMatch() {
        return Stream.of(
                arguments("one bit of the first byte", flipped(0)),
                arguments("one bit in the middle", flipped(BODY.length / 2)),
                arguments("one bit of the last byte", flipped(BODY.length - 1)),
                arguments("a byte more", bytes(TEXT + " ")),
                arguments("a byte before", bytes(" " + TEXT)),
                arguments("the last byte missing", Arrays.copyOf(BODY, BODY.length - 1)),
                arguments("the first byte missing", Arrays.copyOfRange(BODY, 1, BODY.length)),
                arguments("a line feed at the end", bytes(TEXT + "\n")),
                arguments("CR and LF at the end", bytes(TEXT + "\r\n")),
                arguments("NUL at the end", bytes(TEXT + "\0")),
                arguments("a byte order mark", bytes("\uFEFF" + TEXT)),
                arguments("sorted keys", bytes(sorted())),
                arguments(
                        "blanks after separators", bytes(TEXT.replace(":", ": ").replace(",", ", "))),
                arguments("an escape written as its character", bytes(TEXT.replace("\\u0026", "&"))),
                arguments("a character written as its escape", bytes(TEXT.replace("é", "\\u00e9"))),
                arguments("an escape in capitals", bytes(TEXT.replace("\\u0026", "\\U0026"))),
                arguments("a number instead of text", bytes(TEXT.replace("\"42\"", "42"))),
                arguments("text instead of a flag", bytes(TEXT.replace("true", "\"true\""))),
                arguments("another duration", bytes(TEXT.replace("42", "43"))),
                arguments("another id", bytes(TEXT.replace("CAL0", "CAL1"))),
                arguments("a member more", bytes(TEXT.replace("}", ",\"spam\":false}"))),
                arguments("a member twice", bytes(TEXT.replace("{", "{\"duration\":\"42\","))),
                arguments("a decomposed accent", bytes(TEXT.replace("é", "e\u0301"))),
                arguments("in ISO-8859-1", TEXT.getBytes(ISO_8859_1)),
                arguments("in UTF-16", TEXT.getBytes(UTF_16)),
                arguments("UTF-8 read as ISO-8859-1", bytes(new String(BODY, ISO_8859_1))),
                arguments("as a form", bytes("duration=42&answered=true")),
                arguments("twice", bytes(TEXT + TEXT)),
                arguments("Base64", Base64.getEncoder().encode(BODY)),
                arguments("nothing", new byte[0]));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void anotherHeaderDoesNotMatch(String what, String header) {
        assertThat(header).isNotEqualTo(SIGNATURE);
        assertThat(CHECK.matches(BODY, header)).isFalse();
    }

    static Stream<Arguments> anotherHeaderDoesNotMatch() {
        String unpadded = SIGNATURE.replace("=", "");
        String hex = HexFormat.of().formatHex(Base64.getDecoder().decode(SIGNATURE));
        return Stream.of(
                arguments("absent", null),
                arguments("empty", ""),
                arguments("blank", " "),
                arguments("a blank before", " " + SIGNATURE),
                arguments("a blank after", SIGNATURE + " "),
                arguments("a blank inside", SIGNATURE.substring(0, 9) + " " + SIGNATURE.substring(9)),
                arguments("a line feed after", SIGNATURE + "\n"),
                arguments("quoted", '"' + SIGNATURE + '"'),
                arguments("with the name of the algorithm", "sha1=" + SIGNATURE),
                arguments("unpadded", unpadded),
                arguments("padded more", SIGNATURE + "="),
                arguments("padded otherwise", unpadded + "%3D"),
                arguments("URL-safe", SIGNATURE.replace('+', '-').replace('/', '_')),
                arguments("a blank for the plus", SIGNATURE.replace('+', ' ')),
                arguments("other bits after the last byte", otherLastBits()),
                arguments("truncated", SIGNATURE.substring(0, 24)),
                arguments("one character", SIGNATURE.substring(0, 1)),
                arguments("lower case", SIGNATURE.toLowerCase(Locale.ROOT)),
                arguments("upper case", SIGNATURE.toUpperCase(Locale.ROOT)),
                arguments("two, with a comma", SIGNATURE + "," + SIGNATURE),
                arguments("two, the first wrong", signed("HmacSHA1", KEY, "x") + ", " + SIGNATURE),
                arguments("hexadecimal", hex),
                arguments("Base64 of the hexadecimal text", base64(bytes(hex))),
                arguments("SHA-256", signed("HmacSHA256", KEY, TEXT)),
                arguments("SHA-512", signed("HmacSHA512", KEY, TEXT)),
                arguments("MD5", signed("HmacMD5", KEY, TEXT)),
                arguments("of the empty body", signed("HmacSHA1", KEY, "")),
                arguments("of another body", signed("HmacSHA1", KEY, "{}")),
                arguments("of the same as a form", signed("HmacSHA1", KEY, "duration=42&answered=true")),
                arguments("key and body exchanged", signed("HmacSHA1", TEXT, KEY)),
                arguments("key in capitals", signed("HmacSHA1", KEY.toUpperCase(Locale.ROOT), TEXT)),
                arguments(
                        "key decoded from hexadecimal",
                        signed("HmacSHA1", HexFormat.of().parseHex(KEY), TEXT)),
                arguments("key with a blank", signed("HmacSHA1", KEY + " ", TEXT)),
                arguments("key with a line feed", signed("HmacSHA1", KEY + "\n", TEXT)),
                arguments("part of the key", signed("HmacSHA1", KEY.substring(1), TEXT)),
                arguments("another key", signed("HmacSHA1", "0123456789abcdef0123456789abcdef", TEXT)),
                arguments("the body itself", TEXT));
    }

    /** They would show that one of the checks above is true of everything. */
    @Test
    void theTablesAreMadeTheWayTheSignatureIs() {
        assertThat(signed("HmacSHA1", KEY, TEXT)).isEqualTo(SIGNATURE);
        assertThat(Base64.getDecoder().decode(otherLastBits()))
                .isEqualTo(Base64.getDecoder().decode(SIGNATURE));
    }

    @ParameterizedTest
    @CsvSource({"''", "' '", "'\t'"})
    void aBlankKeyIsRefused(String key) {
        assertThatThrownBy(() -> WebhookSignature.of(key))
                .isInstanceOfSatisfying(
                        CallRailFailure.class, e -> assertThat(e.kind()).isEqualTo(FailureKind.CONFIGURATION))
                .hasMessageContaining("option 'signingSecret'");
    }

    @Test
    void itsTextDoesNotShowTheKey() {
        assertThat(CHECK.toString()).doesNotContain(KEY);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    private static byte[] flipped(int index) {
        byte[] body = BODY.clone();
        body[index] ^= 1;
        return body;
    }

    private static String sorted() {
        String[] members = TEXT.substring(1, TEXT.length() - 1).split(",");
        Arrays.sort(members);
        return "{" + String.join(",", members) + "}";
    }

    /** Twenty bytes leave two bits of the last character unused. */
    private static String otherLastBits() {
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        char last = alphabet.charAt(alphabet.indexOf(SIGNATURE.charAt(26)) + 1);
        return SIGNATURE.substring(0, 26) + last + "=";
    }

    private static String signed(String algorithm, String key, String text) {
        return signed(algorithm, bytes(key), text);
    }

    private static String signed(String algorithm, byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(key, algorithm));
            return base64(mac.doFinal(bytes(text)));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
