package io.github.camelcallrail.sandbox;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.SplittableRandom;

/** The key that signs the webhooks of a company: 32 hexadecimal digits, used as text. */
record SigningKey(String text) {

    static SigningKey of(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        HexFormat hex = HexFormat.of();
        return new SigningKey(hex.toHexDigits(random.nextLong()) + hex.toHexDigits(random.nextLong()));
    }

    /** The value of the header {@code Signature} for these exact bytes. */
    String sign(byte[] body) {
        byte[] key = text.getBytes(StandardCharsets.UTF_8);
        return Base64.getEncoder().encodeToString(Hmac.SHA1.of(key, body));
    }

    /** Another key, which no company has. */
    SigningKey wrong() {
        return of(text.hashCode());
    }
}
