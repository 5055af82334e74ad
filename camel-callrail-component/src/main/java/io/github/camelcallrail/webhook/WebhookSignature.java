package io.github.camelcallrail.webhook;

import static java.util.Objects.requireNonNull;

import io.github.camelcallrail.failure.CallRailFailure;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Checks the header {@code Signature} of an event: the padded standard Base64 text of the HMAC-SHA1 of the raw body, by
 * the signing key of the company. The key is used as text: its hexadecimal digits are not decoded. Source:
 * apidocs.callrail.com, Webhooks, "Security"; its published example was recomputed.
 *
 * <p>Immutable and thread-safe. No text of this class contains the key.
 */
public final class WebhookSignature {

    private static final String ALGORITHM = "HmacSHA1";

    private final SecretKeySpec key;

    private WebhookSignature(SecretKeySpec key) {
        this.key = key;
    }

    /**
     * A check with a key.
     *
     * @param signingKey as CallRail shows it, used exactly as it is
     * @throws CallRailFailure of kind CONFIGURATION if the key is blank
     */
    public static WebhookSignature of(String signingKey) {
        requireNonNull(signingKey, "signingKey is null");
        if (signingKey.matches("[ \\t\\r\\n]*")) {
            throw CallRailFailure.configuration("The signing key for events is blank, so no signature can be checked."
                    + " Set option 'signingSecret' to the key on CallRail's page of the company's webhooks.");
        }
        return new WebhookSignature(new SecretKeySpec(signingKey.getBytes(StandardCharsets.UTF_8), ALGORITHM));
    }

    /**
     * Whether a header is the signature of a body. The time that this takes does not depend on where they differ.
     *
     * @param body the bytes as received, before any decoding
     * @param header the value of the header, exactly as received; null if it was absent
     */
    public boolean matches(byte[] body, String header) {
        requireNonNull(body, "body is null");
        if (header == null) {
            return false;
        }
        // The texts are compared and not what they decode to, because several texts decode to the same bytes.
        return MessageDigest.isEqual(signed(body), header.getBytes(StandardCharsets.UTF_8));
    }

    private byte[] signed(byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return Base64.getEncoder().encode(mac.doFinal(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has HmacSHA1", e);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException("a key of any length is valid for HmacSHA1", e);
        }
    }
}
