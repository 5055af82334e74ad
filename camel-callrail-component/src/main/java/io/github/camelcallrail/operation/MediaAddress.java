package io.github.camelcallrail.operation;

import static java.util.Objects.requireNonNull;

import io.github.camelcallrail.catalogue.ObjectKind;
import io.github.camelcallrail.failure.CallRailFailure;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which file of which text message.
 *
 * @param account the account that a URL names, as other options do; empty without a URL, and for the URLs of webhooks,
 *     which number accounts in another way
 * @param messageId id of the message
 * @param number number of the file, as it stands in URLs
 */
public record MediaAddress(Optional<String> account, String messageId, String number) {

    /** As lists of messages have it, or as webhooks do. Sources: apidocs.callrail.com, third-party observation. */
    private static final Pattern URL = Pattern.compile("https?://[^/?#@]+"
            + "/(?:v3/a/(?<account>[A-Za-z0-9]+)/text-messages|msg/a/[A-Za-z0-9]+/messages)"
            + "/(?<message>[A-Za-z0-9_-]+)/media/(?<media>\\d{1,4})(?:\\?.*)?");

    public MediaAddress {
        requireNonNull(account, "account is null");
        requireNonNull(messageId, "messageId is null");
        requireNonNull(number, "number is null");
    }

    /**
     * The address that options give.
     *
     * @param id id of the message; ignored if there is a URL, because it may be the header of an earlier step
     * @param number number of the file; ignored if there is a URL
     * @throws CallRailFailure of kind CONFIGURATION if it is missing or incomplete, or if the URL is none of a text
     *     message; the URL is not quoted
     */
    public static MediaAddress of(Optional<String> id, Optional<String> number, Optional<String> url) {
        if (url.isPresent()) {
            return ofUrl(url.get());
        }
        if (id.isEmpty() || number.isEmpty()) {
            throw CallRailFailure.configuration("Report 'media' needs option 'mediaUrl', or options 'id' and"
                    + " 'mediaNumber', or their headers: which file of which text message.");
        }
        if (!number.get().matches("\\d{1,4}")) {
            throw CallRailFailure.configuration(
                    "Option 'mediaNumber' cannot be '%s': it is a whole number.".formatted(number.get()));
        }
        ObjectKind.MESSAGE.require("id", id.get());
        return new MediaAddress(Optional.empty(), id.get(), number.get());
    }

    /**
     * The account of the file: that of the option, or that of the URL.
     *
     * @throws CallRailFailure of kind CONFIGURATION if the URL is known to be of another account
     */
    Optional<String> accountOr(Optional<String> option) {
        boolean comparable =
                option.isPresent() && account.filter(id -> id.startsWith("ACC")).isPresent();
        if (comparable && option.get().startsWith("ACC") && !option.equals(account)) {
            throw CallRailFailure.configuration(
                    "Option 'mediaUrl' is of account '%s', but option 'accountId' is '%s'. Set it to that account, or leave it out."
                            .formatted(account.get(), option.get()));
        }
        return option.or(() -> account);
    }

    private static MediaAddress ofUrl(String url) {
        Matcher matcher = URL.matcher(url);
        if (!matcher.matches()) {
            throw CallRailFailure.configuration("Option 'mediaUrl' is not the URL of a file of a text message: one of"
                    + " its media_urls is expected.");
        }
        return new MediaAddress(
                Optional.ofNullable(matcher.group("account")), matcher.group("message"), matcher.group("media"));
    }
}
