package io.github.camelcallrail.client;

import java.io.IOException;

/** Thrown for JSON that is not what the API promises. Its message says why and quotes nothing of the response. */
public final class UnexpectedJson extends IOException {

    private final String errorText;

    public UnexpectedJson(String reason) {
        this(reason, null);
    }

    /** @param errorText the error text in the response, as {@link ErrorText} reads it; null if there is none */
    public UnexpectedJson(String reason, String errorText) {
        super(reason);
        this.errorText = errorText;
    }

    /** The error text in the response; null if there is none. */
    String errorText() {
        return errorText;
    }
}
