package io.github.camelcallrail.sandbox;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * A fault in one response. Immutable; {@link Faults} determines when it occurs.
 *
 * <p>A fault replaces or changes the response that the sandbox has computed. Requests that the API itself rejects (a
 * wrong key, an unknown account, an exhausted quota) stay rejected.
 */
public final class Fault {

    private final UnaryOperator<Answer> change;

    private Fault(UnaryOperator<Answer> change) {
        this.change = change;
    }

    /** Responds with this status and a JSON body. */
    public static Fault status(int status, String body) {
        return status(status, body, Map.of());
    }

    /** Responds with this status, body and headers; {@code Content-Type} is JSON unless the headers set another. */
    public static Fault status(int status, String body, Map<String, String> headers) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("Content-Type", "application/json; charset=utf-8");
        all.putAll(headers);
        return new Fault(answer -> Answer.text(status, all, Objects.requireNonNull(body, "body")));
    }

    /** Responds with 200 and this body. */
    public static Fault body(String contentType, String body) {
        return status(200, body, Map.of("Content-Type", contentType));
    }

    /** Responds with 302 and this location. */
    public static Fault redirect(String location) {
        return status(302, "", Map.of("Location", location));
    }

    /** Resets the connection instead of responding. */
    public static Fault connectionReset() {
        return new Fault(answer -> answer.ending(Answer.Ending.RESET));
    }

    /** Closes the connection without sending a byte. */
    public static Fault emptyAnswer() {
        return new Fault(answer -> answer.ending(Answer.Ending.EMPTY));
    }

    /** Declares the full length of the response, sends half of it and closes the connection. */
    public static Fault truncatedBody() {
        return new Fault(answer -> answer.ending(Answer.Ending.TRUNCATED));
    }

    /** Responds normally, but only after this delay. */
    public static Fault delay(Duration wait) {
        return new Fault(answer -> answer.after(wait));
    }

    /** Responds normally, but without the list of records. */
    public static Fault missingArray() {
        return edit(object -> without(object, SandboxEndpoints.arrayKeys()));
    }

    /** Responds normally, but without {@code total_pages} and {@code total_records}. */
    public static Fault withoutTotals() {
        return edit(object -> without(object, List.of("total_pages", "total_records")));
    }

    /** Responds normally, with these additional headers. */
    public static Fault headers(Map<String, String> headers) {
        Map<String, String> copy = Map.copyOf(headers);
        return new Fault(answer -> answer.with(copy));
    }

    /** Responds with 200 and a body that claims to be JSON but is not. */
    public static Fault garbage() {
        return status(200, "<html><body>Down for maintenance</body></html>");
    }

    /** Returns a relative page normally, but with this link to the next page. */
    public static Fault nextPage(String url) {
        return edit(object -> {
            Map<String, Object> edited = new LinkedHashMap<>(object);
            edited.put("next_page", url);
            edited.put("has_next_page", true);
            return edited;
        });
    }

    /**
     * Changes the JSON object of a successful response. Error responses are not changed.
     *
     * @param change receives a map that it must not modify, and returns a new one
     */
    public static Fault edit(UnaryOperator<Map<String, Object>> change) {
        return new Fault(answer -> answer.edited(change));
    }

    Answer applyTo(Answer answer) {
        return change.apply(answer);
    }

    private static Map<String, Object> without(Map<String, Object> object, Collection<String> names) {
        Map<String, Object> rest = new LinkedHashMap<>(object);
        rest.keySet().removeAll(names);
        return rest;
    }
}
