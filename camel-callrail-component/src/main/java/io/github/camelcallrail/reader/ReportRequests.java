package io.github.camelcallrail.reader;

import static java.util.Objects.requireNonNull;

import io.github.camelcallrail.client.ApiRequest;
import io.github.camelcallrail.failure.CallRailFailure;
import io.github.camelcallrail.failure.FailureKind;
import io.github.camelcallrail.query.QueryParameter;
import io.github.camelcallrail.query.ReportQuery;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Turns queries into requests: the same query always into the same request, with parameters in the same order.
 *
 * @param apiVersion the first segment of the path: {@code v3}
 * @param baseUrl where the API lives; links to its host are followed
 */
record ReportRequests(String apiVersion, URI baseUrl) {

    /** What RFC 3986 allows in a path and a query; {@link URI} has checked what follows a percent sign. */
    private static final Pattern ENCODED = Pattern.compile("[A-Za-z0-9._~!$&'()*+,;=:@/?%-]*+");

    private static final String CALLRAIL_HOST = "api.callrail.com";

    ReportRequests {
        requireNonNull(apiVersion, "apiVersion is null");
        requireNonNull(baseUrl, "baseUrl is null");
    }

    /** The request for a page, starting at 1; a report without pages has only page 1. */
    ApiRequest page(ReportQuery query, int number) {
        List<QueryParameter> parameters = selection(query);
        query.order().ifPresent(order -> {
            parameters.add(new QueryParameter("sort", order.field()));
            if (!order.direction().isEmpty()) {
                parameters.add(new QueryParameter("order", order.direction()));
            }
        });
        if (query.report().paged()) {
            parameters.add(new QueryParameter("per_page", Integer.toString(query.pageSize())));
            parameters.add(
                    query.linked()
                            ? new QueryParameter("relative_pagination", "true")
                            : new QueryParameter("page", Integer.toString(number)));
        }
        return ApiRequest.get(path(query), encoded(parameters));
    }

    /** What decides which records and fields come: dates, filters and fields. */
    private static List<QueryParameter> selection(ReportQuery query) {
        List<QueryParameter> parameters = new ArrayList<>();
        query.window().ifPresent(window -> {
            parameters.add(new QueryParameter("start_date", window.startText()));
            parameters.add(new QueryParameter("end_date", window.endText()));
            parameters.add(new QueryParameter("time_zone", window.zone().getId()));
        });
        parameters.addAll(query.sentParameters());
        if (!query.fields().sent().isEmpty()) {
            parameters.add(
                    new QueryParameter("fields", String.join(",", query.fields().sent())));
        }
        return parameters;
    }

    /**
     * The request of a link: its path and query unchanged, since they must not be encoded again, but always at our own
     * base URL, so that the key is sent nowhere else. Dates, filters and fields that the link lacks are added: links
     * have been seen to repeat them, but are not documented to.
     *
     * @throws CallRailFailure of kind MALFORMED if the link points to another host
     */
    ApiRequest linked(ReportQuery query, String next) {
        URI link;
        try {
            link = new URI(next);
        } catch (URISyntaxException e) {
            throw foreign(query, "that is not a URL");
        }
        boolean known = CALLRAIL_HOST.equalsIgnoreCase(link.getHost())
                || baseUrl.getHost().equalsIgnoreCase(link.getHost());
        if (!ENCODED.matcher(link.getRawPath() + "?" + link.getRawQuery()).matches()) {
            throw foreign(query, "that is not encoded");
        }
        if (!known || link.getRawPath() == null || !link.getRawPath().startsWith("/")) {
            throw foreign(query, "to host '" + link.getHost() + "'");
        }
        String sent = link.getRawQuery() == null ? "" : link.getRawQuery();
        String missing = encoded(missing(query, sent));
        return ApiRequest.get(
                link.getRawPath(), sent.isEmpty() || missing.isEmpty() ? sent + missing : sent + "&" + missing);
    }

    private static List<QueryParameter> missing(ReportQuery query, String sent) {
        Set<String> names = Arrays.stream(sent.split("&"))
                .map(parameter -> URLDecoder.decode(parameter.replaceAll("=.*", ""), StandardCharsets.UTF_8))
                .collect(Collectors.toSet());
        return selection(query).stream()
                .filter(parameter -> !names.contains(parameter.name()))
                .toList();
    }

    private static CallRailFailure foreign(ReportQuery query, String what) {
        return CallRailFailure.of(
                FailureKind.MALFORMED,
                ("Report '%s' got a link to the next page %s. It is not followed, because the API key would be sent"
                                + " along. Leave option 'pagination' out to fetch pages by number.")
                        .formatted(query.report(), what));
    }

    private String path(ReportQuery query) {
        return "/" + apiVersion + query.path(ApiRequest::encoded);
    }

    private static String encoded(List<QueryParameter> parameters) {
        return parameters.stream()
                .map(parameter -> ApiRequest.encoded(parameter.name()) + "=" + ApiRequest.encoded(parameter.value()))
                .collect(Collectors.joining("&"));
    }
}
