package io.github.camelcallrail.client;

import java.io.IOException;

/** An answer that is JSON but not the JSON that was promised. Its message says how, and quotes nothing of the answer. */
public final class UnexpectedJson extends IOException {

    private final String errorText;

    public UnexpectedJson(String how) {
        this(how, null);
    }

    /** @param errorText what the answer itself says is wrong, as {@link ErrorText} reads it; null when it says nothing */
    public UnexpectedJson(String how, String errorText) {
        super(how);
        this.errorText = errorText;
    }

    /** What the answer itself says is wrong; null when it says nothing. */
    String errorText() {
        return errorText;
    }
}
