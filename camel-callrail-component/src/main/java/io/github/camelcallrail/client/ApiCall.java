package io.github.camelcallrail.client;

import static java.util.Objects.requireNonNull;

import java.io.IOException;

/**
 * One call of the API: the request, and how to read a successful response. It knows nothing of reports or pages.
 *
 * @param account the id of the account whose quota it uses; empty for a call without an account
 * @param subject what the call is about, for messages
 * @param request the request to send
 * @param repeatable whether it may be sent again if it is unknown whether it had an effect
 * @param redirectIsAnswer whether a redirect is an answer that the reader takes; it is not followed
 * @param reader reads a successful response
 * @param <T> the type of the result
 */
public record ApiCall<T>(
        String account,
        CallSubject subject,
        ApiRequest request,
        boolean repeatable,
        boolean redirectIsAnswer,
        AnswerReader<T> reader) {

    /** Reads the whole body of a successful response, without closing it. */
    public interface AnswerReader<T> {

        /**
         * @throws UnexpectedJson if the JSON is not what the API promises
         * @throws IOException if the body is not JSON, or incomplete
         */
        T read(ApiResponse response) throws IOException;
    }

    public ApiCall {
        requireNonNull(account, "account is null");
        requireNonNull(subject, "subject is null");
        requireNonNull(request, "request is null");
        requireNonNull(reader, "reader is null");
    }

    /** A call that only reads, and may be repeated any number of times. */
    public static <T> ApiCall<T> get(String account, CallSubject subject, ApiRequest request, AnswerReader<T> reader) {
        return new ApiCall<>(account, subject, request, true, false, reader);
    }

    /** A call whose answer may be a redirect, and that may be repeated any number of times. */
    public static <T> ApiCall<T> getOrRedirect(
            String account, CallSubject subject, ApiRequest request, AnswerReader<T> reader) {
        return new ApiCall<>(account, subject, request, true, true, reader);
    }
}
