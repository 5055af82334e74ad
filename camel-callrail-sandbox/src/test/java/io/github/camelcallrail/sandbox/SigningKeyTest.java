package io.github.camelcallrail.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SigningKeyTest {

    /** The cases of RFC 2202 whose key is text in any encoding. */
    @ParameterizedTest
    @CsvSource({
        "0b, 20, Hi There, b617318655057264e28bc0b6fb378c8ef146be00",
        "0c, 20, Test With Truncation, 4c1a03424b55e07fe7f27be1d58bb9324a9a5a04",
    })
    void computesWhatTheStandardSays(String octet, int times, String message, String digest) {
        byte[] key = HexFormat.of().parseHex(octet.repeat(times));

        assertThat(new SigningKey(new String(key, StandardCharsets.US_ASCII)).sign(bytes(message)))
                .isEqualTo(base64(digest));
    }

    @Test
    void usesTheKeyAsText() {
        assertThat(new SigningKey("Jefe").sign(bytes("what do ya want for nothing?")))
                .isEqualTo(base64("effcdf6ae5eb2fa2d27416d5f184df9c259a7c79"));
    }

    @Test
    void computesTheStandardForKeysThatAreNotText() {
        byte[] key = new byte[80];
        Arrays.fill(key, (byte) 0xaa);
        assertThat(Hmac.SHA1.of(key, bytes("Test Using Larger Than Block-Size Key - Hash Key First")))
                .isEqualTo(HexFormat.of().parseHex("aa4ae5e15272d00e95705637ce8a3b55ed402112"));
    }

    @Test
    void aKeyHas32HexadecimalDigitsAndDependsOnTheSeed() {
        SigningKey key = SigningKey.of(1);
        assertThat(key.text()).matches("[0-9a-f]{32}");
        assertThat(SigningKey.of(1)).isEqualTo(key);
        assertThat(SigningKey.of(2)).isNotEqualTo(key);
        assertThat(key.wrong()).isNotEqualTo(key);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String base64(String hex) {
        return Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hex));
    }
}
