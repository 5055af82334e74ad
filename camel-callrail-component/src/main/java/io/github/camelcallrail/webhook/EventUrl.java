package io.github.camelcallrail.webhook;

import static java.util.Objects.requireNonNull;

import io.github.camelcallrail.client.ApiRequest;
import io.github.camelcallrail.failure.CallRailFailure;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The URL that receives one kind of event of one company, such as {@code
 * https://hooks.example.com/callrail?event=post-call&company=COM…}. Immutable.
 *
 * @param url the whole URL, with the mark in its query
 * @param mark which event of which company it receives
 */
public record EventUrl(URI url, EventMark mark) {

    private static final String HIDDEN = "xxxxxx";

    public EventUrl {
        requireNonNull(url, "url is null");
        requireNonNull(mark, "mark is null");
        if (url.getScheme() == null || url.getHost() == null || !isMarked(url, mark)) {
            throw new IllegalArgumentException("not an absolute URL with the mark " + mark);
        }
    }

    /**
     * Marks the URL at which this application is reached from outside. Its own query is kept.
     *
     * @throws CallRailFailure of kind CONFIGURATION if it is not an absolute http or https URL, or has a user name, a
     *     fragment or a mark
     */
    public static EventUrl of(String externalUrl, EventMark mark) {
        URI external = external(externalUrl);
        String query = external.getRawQuery();
        String start = withoutQuery(external) + "?" + (query == null || query.isEmpty() ? "" : query + "&");
        return new EventUrl(URI.create(start + mark.query()), mark);
    }

    /** The URL in the configuration of an integration; empty if it is not a URL or has no mark. */
    public static Optional<EventUrl> find(String text) {
        try {
            URI url = new URI(text);
            return url.getScheme() == null || url.getHost() == null
                    ? Optional.empty()
                    : EventMark.find(url.getRawQuery()).map(mark -> new EventUrl(url, mark));
        } catch (URISyntaxException e) {
            // Others may register what they like.
            return Optional.empty();
        }
    }

    /** Whether the other one leads to the same place with the same mark; other parameters may differ. */
    boolean hasSameReceiver(EventUrl other) {
        return mark.equals(other.mark) && receiver().equals(other.receiver());
    }

    /** Whether the other one has the same receiver and the same decoded parameters. */
    boolean isEquivalentTo(EventUrl other) {
        return hasSameReceiver(other)
                && EventMark.parameters(url.getRawQuery()).equals(EventMark.parameters(other.url.getRawQuery()));
    }

    /** The whole URL, as it is registered. It may contain a secret of the user: see {@link #toString}. */
    public String text() {
        return url.toString();
    }

    /** The URL without the values of the parameters that are not the mark. */
    @Override
    public String toString() {
        return withoutQuery(url) + "?"
                + EventMark.parameters(url.getRawQuery()).stream()
                        .map(parameter -> ApiRequest.encoded(parameter.getKey()) + "="
                                + (EventMark.isOfMark(parameter.getKey())
                                        ? ApiRequest.encoded(parameter.getValue())
                                        : HIDDEN))
                        .collect(Collectors.joining("&"));
    }

    private static boolean isMarked(URI url, EventMark mark) {
        return EventMark.find(url.getRawQuery()).filter(mark::equals).isPresent();
    }

    private String receiver() {
        String path = url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        String scheme = url.getScheme().toLowerCase(Locale.ROOT);
        int standardPort = scheme.equals("https") ? 443 : 80;
        int port = url.getPort() < 0 ? standardPort : url.getPort();
        return scheme + "://" + url.getHost().toLowerCase(Locale.ROOT) + ":" + port + path;
    }

    private static URI external(String text) {
        URI url;
        try {
            url = new URI(text);
        } catch (URISyntaxException e) {
            throw invalid("is not a URL");
        }
        if (!"https".equalsIgnoreCase(url.getScheme()) && !"http".equalsIgnoreCase(url.getScheme())
                || url.getHost() == null) {
            throw invalid("is not an absolute http or https URL");
        }
        if (url.getRawUserInfo() != null || url.getRawFragment() != null) {
            throw invalid("has a user name or a fragment");
        }
        if (EventMark.isIn(url.getRawQuery())) {
            throw invalid("already has a parameter 'event' or 'company', which this component adds,");
        }
        return url;
    }

    /** Without the value, because a user name or a query may be secret. */
    private static CallRailFailure invalid(String problem) {
        return CallRailFailure.configuration(("The URL for webhooks %s, so CallRail cannot send events to it: check"
                        + " option 'webhookExternalUrl'. An example is https://hooks.example.com/callrail.")
                .formatted(problem));
    }

    private static String withoutQuery(URI url) {
        return url.toString().replaceFirst("[?#].*", "");
    }
}
