package io.github.camelcallrail.catalogue;

import io.github.camelcallrail.failure.CallRailFailure;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A kind of object that has an id. Most ids begin with three letters that tell the kind; others are numbers or short
 * codes. Sources: apidocs.callrail.com, and third-party observations of the live service.
 */
public enum ObjectKind {
    ACCOUNT("an account", "ACC"),
    COMPANY("a company", "COM"),
    CALL("a call", "CAL"),
    TRACKER("a tracker", "TRK"),
    USER("a user", "USR"),
    LEAD("a lead", "PER"),
    /** Both prefixes are documented or were observed. */
    FORM_SUBMISSION("a form submission", "FRM", "FOR"),
    SUMMARY_EMAIL("a summary email", "CSS"),
    MESSAGE_FLOW("a message flow", "MFL"),
    THREAD("an SMS thread", "SMT"),
    MESSAGE("a text message", "SCI"),
    CONVERSATION("a conversation"),
    TAG("a tag"),
    CALLER_ID("an outbound caller ID"),
    INTEGRATION("an integration"),
    INTEGRATION_FILTER("an integration filter");

    /** Shorter ids may be codes that happen to begin with these letters. */
    private static final Pattern WITH_PREFIX = Pattern.compile("([A-Z]{3})[0-9A-Za-z]{16,}");

    private final String named;
    private final List<String> prefixes;

    ObjectKind(String named, String... prefixes) {
        this.named = named;
        this.prefixes = List.of(prefixes);
    }

    /** With its article: {@code a call}. */
    public String named() {
        return named;
    }

    /**
     * Rejects the id of another kind of object, which CallRail would not find. An id of an unknown form is accepted.
     *
     * @throws CallRailFailure of kind CONFIGURATION
     */
    public void require(String option, String id) {
        Optional<ObjectKind> kind = of(id);
        if (kind.filter(other -> other != this).isPresent()) {
            throw CallRailFailure.configuration(
                    "Option '%s' is '%s', which is the id of %s, but the id of %s is needed%s"
                            .formatted(
                                    option,
                                    id,
                                    kind.get().named,
                                    named,
                                    prefixes.isEmpty()
                                            ? "."
                                            : ": it begins with " + String.join(" or ", prefixes) + "."));
        }
    }

    private static Optional<ObjectKind> of(String id) {
        Matcher prefixed = WITH_PREFIX.matcher(id);
        return prefixed.matches()
                ? Arrays.stream(values())
                        .filter(kind -> kind.prefixes.contains(prefixed.group(1)))
                        .findFirst()
                : Optional.empty();
    }
}
