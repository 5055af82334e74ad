package io.github.camelcallrail.sandbox;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * Something that goes wrong with one answer. Immutable; tell {@link Faults} when it shall happen.
 *
 * <p>A fault takes the place of the answer the sandbox has computed, or changes it. What the API refuses by itself (a
 * wrong key, an unknown account, a used-up quota) stays refused.
 */
public final class Fault {

    private final UnaryOperator<Answer> change;

    private Fault(UnaryOperator<Answer> change) {
        this.change = change;
    }

    /** Answers with this status and a JSON body. */
    public static Fault status(int status, String body) {
        return status(status, body, Map.of());
    }

    /** Answers with this status, body and headers; {@code Content-Type} is JSON unless the headers say otherwise. */
    public static Fault status(int status, String body, Map<String, String> headers) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("Content-Type", "application/json; charset=utf-8");
        all.putAll(headers);
        return new Fault(answer -> Answer.text(status, all, Objects.requireNonNull(body, "body")));
    }

    /** Answers 200 with this body. */
    public static Fault body(String contentType, String body) {
        return status(200, body, Map.of("Content-Type", contentType));
    }

    /** Answers 302 with this location. */
    public static Fault redirect(String location) {
        return status(302, "", Map.of("Location", location));
    }

    /** Resets the connection instead of answering. */
    public static Fault connectionReset() {
        return new Fault(answer -> answer.ending(Answer.Ending.RESET));
    }

    /** Closes the connection without a byte. */
    public static Fault emptyAnswer() {
        return new Fault(answer -> answer.ending(Answer.Ending.EMPTY));
    }

    /** Declares the length of the whole answer, sends half of it and closes the connection. */
    public static Fault truncatedBody() {
        return new Fault(answer -> answer.ending(Answer.Ending.TRUNCATED));
    }

    /** Answers normally, but only after this time. */
    public static Fault delay(Duration wait) {
        return new Fault(answer -> answer.after(wait));
    }

    /** Answers normally, but without the list of records. */
    public static Fault missingArray() {
        return edit(object -> without(object, SandboxEndpoints.arrayKeys()));
    }

    /** Answers normally, but without {@code total_pages} and {@code total_records}. */
    public static Fault withoutTotals() {
        return edit(object -> without(object, List.of("total_pages", "total_records")));
    }

    /** Answers normally, with these headers besides. */
    public static Fault headers(Map<String, String> headers) {
        Map<String, String> copy = Map.copyOf(headers);
        return new Fault(answer -> answer.with(copy));
    }

    /** Answers 200 with something that is not JSON although it claims to be. */
    public static Fault garbage() {
        return status(200, "<html><body>Down for maintenance</body></html>");
    }

    /** Answers a relative page normally, but with this link to the next. */
    public static Fault nextPage(String url) {
        return edit(object -> {
            Map<String, Object> edited = new LinkedHashMap<>(object);
            edited.put("next_page", url);
            edited.put("has_next_page", true);
            return edited;
        });
    }

    /**
     * Answers with what is made of the object that would have been answered. Errors are left alone.
     *
     * @param change is given a map it must not change, and returns another
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
