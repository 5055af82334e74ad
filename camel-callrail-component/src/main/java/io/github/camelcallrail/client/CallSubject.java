package io.github.camelcallrail.client;

import static java.util.Objects.requireNonNull;

/**
 * What a call is about, as worded in error messages.
 *
 * @param name such as {@code report 'calls'}
 * @param access the options and rights to check if access is denied, as the end of a sentence
 * @param refusedToMany whether CallRail denies it to many accounts, whatever the user's role
 */
public record CallSubject(String name, String access, boolean refusedToMany) {

    public CallSubject {
        requireNonNull(name, "name is null");
        requireNonNull(access, "access is null");
    }

    /** The name, for the beginning of a sentence. */
    public String capitalized() {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    @Override
    public String toString() {
        return name;
    }
}
