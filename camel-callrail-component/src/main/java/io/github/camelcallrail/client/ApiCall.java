package io.github.camelcallrail.client;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;

/**
 * One call of the API: what to send, and what to make of a good answer. It knows nothing of reports or pages.
 *
 * @param account the id of the account whose quota it uses; empty text for a call that belongs to none
 * @param subject what it is about, for messages
 * @param request what to send
 * @param repeatable whether it may be sent again when nobody knows what became of it
 * @param reader reads the body of a good answer
 * @param <T> what a good answer becomes
 */
public record ApiCall<T>(
        String account, CallSubject subject, ApiRequest request, boolean repeatable, AnswerReader<T> reader) {

    /** Reads the body of a good answer, whole, without closing it. */
    public interface AnswerReader<T> {

        /**
         * @throws UnexpectedJson when it is not what the API promises
         * @throws IOException when it is not JSON, or breaks off
         */
        T read(InputStream body) throws IOException;
    }

    public ApiCall {
        requireNonNull(account, "account is null");
        requireNonNull(subject, "subject is null");
        requireNonNull(request, "request is null");
        requireNonNull(reader, "reader is null");
    }

    /** A call that reads, which may be repeated as often as one likes. */
    public static <T> ApiCall<T> get(String account, CallSubject subject, ApiRequest request, AnswerReader<T> reader) {
        return new ApiCall<>(account, subject, request, true, reader);
    }
}
