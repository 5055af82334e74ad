package io.github.camelcallrail.client;

import static java.util.Objects.requireNonNull;

/**
 * What a call is about, in the words of error messages.
 *
 * @param name such as {@code report 'calls'}
 * @param access the options and rights to check when the key's user may not see it, as the end of a sentence
 * @param refusedToMany whether CallRail refuses it to many accounts, whoever asks
 */
public record CallSubject(String name, String access, boolean refusedToMany) {

    public CallSubject {
        requireNonNull(name, "name is null");
        requireNonNull(access, "access is null");
    }

    /** As the first words of a sentence. */
    String capitalized() {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    @Override
    public String toString() {
        return name;
    }
}
