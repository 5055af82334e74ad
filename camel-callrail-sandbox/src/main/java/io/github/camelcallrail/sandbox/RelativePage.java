package io.github.camelcallrail.sandbox;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One page that links to the next. Source: apidocs.callrail.com, Relative Pagination.
 *
 * <p>The link points to api.callrail.com, has no suffix, and carries internal parameters of the service in addition to
 * the filters of the request. The documentation does not say whether the service repeats the filters, nor what the last
 * link is: here it is null.
 *
 * @param index from 0
 */
record RelativePage(int index, int size) {

    private static final Set<String> INNER = Set.of(
            "action",
            "agency_id",
            "controller",
            "format",
            "no_one_to_many_associations",
            "offset",
            "page",
            "per_page",
            "relative_pagination",
            "sort",
            "order");

    static RelativePage of(SandboxEndpoint endpoint, Query query) {
        return new RelativePage(
                query.number("offset", 0, 0), Page.of(endpoint, query).size());
    }

    Page page() {
        return new Page(index + 1, size);
    }

    /** @param bare whether the link repeats nothing of the request */
    Map<String, Object> metadata(Route route, AccountRecords account, Query query, int total, boolean bare) {
        boolean more = (index + 1L) * size < total;
        Map<String, Object> metadata = new LinkedHashMap<>();
        metadata.put("next_page", more ? link(route, account, query, bare) : null);
        metadata.put("has_next_page", more);
        return metadata;
    }

    private String link(Route route, AccountRecords account, Query query, boolean bare) {
        long number = Ids.numeric(account.id());
        String path = "https://api.callrail.com/" + (route.numericIds() ? "v2" : "v3") + "/a/" + number + "/calls";
        if (bare) {
            return path + ".json?offset=" + (index + 1) + "&per_page=" + size + "&relative_pagination=true";
        }
        RecordOrder.Asked order = RecordOrder.Asked.of(query).orElse(new RecordOrder.Asked("start_time", "desc"));
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        parameters.put("action", List.of("index"));
        parameters.put("agency_id", List.of(Long.toString(number)));
        parameters.put("api_sort[][" + order.field() + "]", List.of(order.direction()));
        parameters.put("api_sort[]", List.of(order.field()));
        parameters.put("controller", List.of("api/" + (route.numericIds() ? "v2" : "v3") + "/calls"));
        query.values().forEach((name, values) -> {
            if (!INNER.contains(name) && !name.startsWith("api_sort")) {
                parameters.put(name, values);
            }
        });
        parameters.put("format", List.of("json"));
        parameters.put("no_one_to_many_associations", List.of("true"));
        parameters.put("offset", List.of(Integer.toString(index + 1)));
        parameters.put("page", List.of("1"));
        parameters.put("per_page", List.of(Integer.toString(size)));
        parameters.put("relative_pagination", List.of("true"));
        StringBuilder link = new StringBuilder(path);
        char separator = '?';
        for (Map.Entry<String, List<String>> parameter : parameters.entrySet()) {
            for (String value : parameter.getValue()) {
                link.append(separator)
                        .append(encoded(parameter.getKey()))
                        .append('=')
                        .append(encoded(value));
                separator = '&';
            }
        }
        return link.toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
