package io.github.camelcallrail.webhook;

import static java.util.Objects.requireNonNull;

import io.github.camelcallrail.client.ApiRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What tells a receiver which event of which company was delivered: two parameters in the query of its URL, because
 * bodies do not name their event. Immutable.
 *
 * @param kind the kind of event
 * @param companyId the id of the company
 */
public record EventMark(EventKind kind, String companyId) {

    private static final String KIND = "event";
    private static final String COMPANY = "company";

    public EventMark {
        requireNonNull(kind, "kind is null");
        requireNonNull(companyId, "companyId is null");
        if (companyId.isBlank()) {
            throw new IllegalArgumentException("companyId is blank");
        }
    }

    /**
     * The mark in a query. Other parameters are ignored, because CallRail appends some of its own; of a repeated
     * parameter, the first counts.
     *
     * @param rawQuery percent-encoded, without the question mark; null if there is no query
     * @return empty if the event or the company is missing, or the event is unknown
     */
    public static Optional<EventMark> find(String rawQuery) {
        List<Map.Entry<String, String>> parameters = parameters(rawQuery);
        Optional<EventKind> kind = first(parameters, KIND).flatMap(EventKind::find);
        Optional<String> company = first(parameters, COMPANY).filter(id -> !id.isBlank());
        return kind.isPresent() && company.isPresent()
                ? Optional.of(new EventMark(kind.get(), company.get()))
                : Optional.empty();
    }

    /** Whether a query has one of the two parameters. */
    static boolean isIn(String rawQuery) {
        return parameters(rawQuery).stream().anyMatch(parameter -> isOfMark(parameter.getKey()));
    }

    /** Whether a parameter is one of the two. */
    static boolean isOfMark(String name) {
        return name.equals(KIND) || name.equals(COMPANY);
    }

    /** The decoded parameters of a query, in order; a parameter that cannot be decoded is kept as it is. */
    static List<Map.Entry<String, String>> parameters(String rawQuery) {
        List<Map.Entry<String, String>> parameters = new ArrayList<>();
        if (rawQuery == null || rawQuery.isEmpty()) {
            return parameters;
        }
        for (String parameter : rawQuery.split("&")) {
            int end = parameter.indexOf('=');
            String name = end < 0 ? parameter : parameter.substring(0, end);
            parameters.add(Map.entry(decoded(name), end < 0 ? "" : decoded(parameter.substring(end + 1))));
        }
        return parameters;
    }

    /** The two parameters, percent-encoded: {@code event=post-call&company=COM…}. */
    public String query() {
        return KIND + "=" + kind.text() + "&" + COMPANY + "=" + ApiRequest.encoded(companyId);
    }

    private static Optional<String> first(List<Map.Entry<String, String>> parameters, String name) {
        return parameters.stream()
                .filter(parameter -> parameter.getKey().equals(name))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            // Anyone can send a query to a receiver, and one that is not encoded has no mark.
            return text;
        }
    }
}
