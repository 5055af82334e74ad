package io.github.camelcallrail.springboot;

import io.github.camelcallrail.catalogue.ReportCatalogue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Maps the filter names that Spring found to the names that CallRail uses. */
final class FilterNames {

    private FilterNames() {}

    /**
     * Reverses Spring's conversion of names and lists: {@code lead-status} and a variable that ends in
     * {@code LEAD_STATUS} mean {@code lead_status}, and a map with numeric keys is a list. Unknown names are kept, so
     * that the component rejects them.
     */
    static Map<String, Object> asCallRailHasThem(Map<String, Object> found) {
        Map<String, Object> filters = new LinkedHashMap<>();
        found.forEach((name, value) -> put(filters, name, value));
        return filters;
    }

    private static void put(Map<String, Object> filters, String name, Object value) {
        if (value instanceof Map<?, ?> parts && parts.keySet().stream().allMatch(FilterNames::isNumber)) {
            filters.put(known(name), List.copyOf(parts.values()));
        } else if (value instanceof Map<?, ?> parts) {
            parts.forEach((rest, inner) -> put(filters, name + "_" + rest, inner));
        } else {
            filters.put(known(name), value);
        }
    }

    private static boolean isNumber(Object name) {
        return name.toString().matches("\\d+");
    }

    private static String known(String name) {
        return ReportCatalogue.filters().stream()
                .filter(filter -> bare(filter).equals(bare(name)))
                .findFirst()
                .orElse(name);
    }

    private static String bare(String name) {
        return name.replaceAll("[-_.]", "").toLowerCase(Locale.ROOT);
    }
}
